/** Everything has a limit; each is named here with its reason. */
export const limits = {
  /** Consignments in one submission; more is a batch. */
  consignmentsPerSubmission: 1_000,
  /** Items in one consignment: the most any source format allows (ICS2 express, 999). */
  itemsPerConsignment: 999,
  /** Parties stated about one consignment: every role of the model twice. */
  partiesPerConsignment: 32,
  /** Orders shipped in one parcel. */
  ordersPerConsignment: 50,
  /** Pieces of one house-level consignment. */
  piecesPerConsignment: 999,
  /** Bytes of one submission, on every channel: about 1,000 consignments of 4 KB. */
  submissionBytesMax: 4_194_304,
  /** Nesting of a message; the deepest honest one has seven levels. */
  messageDepthMax: 32,
  /** Findings kept of one submission; the count goes on, so that nothing grows without bound. */
  findingsPerSubmission: 500,
  /** Statements in force about one parcel that one decision reads. */
  statementsPerParcel: 64,
  /** Submissions decided and committed together. */
  batchSubmissionsMax: 500,
  /** Milliseconds a submission may wait for company before its batch is closed. */
  batchLingerMilliseconds: 4,
} as const;
