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
  /** Columns of a table; the whole contract with two parties of each role has fewer. */
  tableColumnsMax: 500,
  /** Bytes of a packed workbook, which is held in memory because its directory stands at the end. */
  workbookBytesMax: 33_554_432,
  /** Workbooks that one process takes in at a time, because each is held in memory. */
  workbooksAtOnceMax: 4,
  /** Milliseconds in which a workbook has to arrive: two minutes, at 280 KB a second for the largest. */
  workbookArrivalMilliseconds: 120_000,
  /** Files inside a workbook; an honest one has about ten. */
  workbookEntriesMax: 1_000,
  /** Bytes a workbook may unpack to, read as a stream: about 200,000 rows of the template. */
  workbookExpandedBytesMax: 268_435_456,
  /** How much larger than packed a file of a workbook may be; honest sheets stay below 60, a bomb reaches 1,000. */
  workbookRatioMax: 200,
  /** Bytes of the texts that the cells of a workbook share, which are held in memory. */
  workbookTextsBytesMax: 67_108_864,
  /** Statements in force about one parcel, or about one order, that one decision reads; scans are counted apart. */
  statementsPerParcel: 64,
  /** Scans of one parcel: each of the most pieces it may have departs, arrives, is presented and delivered. */
  scansPerParcel: 3_996,
  /** Submissions decided and committed together. */
  batchSubmissionsMax: 500,
  /** Milliseconds a submission may wait for company before its batch is closed. */
  batchLingerMilliseconds: 4,
  /** Requests to the public zone that one client may make at once: an office behind one address, or a page opened many times. */
  publicRequestsBurst: 300,
  /** Requests a second that one client may go on making. */
  publicRequestsPerSecond: 5,
  /** Clients whose requests a process remembers, at about 200 bytes each. */
  publicClientsMax: 50_000,
  /** Batches that may wait before streams are held back. */
  batchesWaitingMax: 1,
  /** Days after which the number of a closed parcel may name another one: twelve months. */
  referenceReuseDays: 365,
  /** Days on which a published daily exchange rate may be used: the longest closing of markets, and no older. */
  exchangeRateDaysMax: 10,
  /** Days for which a quote holds, unless the law changes sooner: an order by sea takes six weeks, most parcels two. */
  quoteDaysValid: 45,
  /** Days ahead that a quote may be asked for: exchange rates and law are not known for long. */
  quoteDaysAhead: 90,
  /** Days after its end for which a quote can still be shown. */
  quoteDaysKept: 400,
  /** Quotes of citizens that one process issues at the same moment; each writes once, within some milliseconds. */
  quotesAtOnceMax: 4,
  /** Kinds of goods in one quote. */
  quoteGoodsMax: 99,
  /** Commodity codes that one kind of goods may be taken for; more is a guess. */
  quoteCodesMax: 8,
  /** Combinations of uncertain facts that one quote is worked out for. */
  quoteVariantsMax: 128,
  /** Bytes of a request for a quote: 99 kinds of goods with all that may be said of them. */
  quoteBytesMax: 131_072,
  /** Words of a search for commodity codes that count; each has a bit of its own. */
  codeSearchWordsMax: 8,
  /** Characters of such a search. */
  codeSearchLettersMax: 200,
  /** Codes that one search answers with. */
  codeSearchHitsMax: 50,
  /** Parcels that must stand behind a published figure: fewer could be one trader's. */
  statisticsParcelsMin: 5,
} as const;
