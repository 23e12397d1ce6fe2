/** The published contract as types; npm run generate makes it of docs/reference/openapi.json. */
export interface paths {
  readonly '/health': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Whether the platform does its work */
    readonly get: operations['getHealth'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/accounts/statements': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The statements of your own accounts for a month */
    readonly get: operations['getAccountsStatements'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/agency/parcels': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Parcels that wait for the agreement of your agency, the soonest due first */
    readonly get: operations['getAgencyParcels'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/agency/parcels/{scheme}/{number}/answer': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Give the word of your agency about a parcel; it may be changed until the parcel has left */
    readonly post: operations['postAgencyParcelsSchemeNumberAnswer'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/agency/parcels/{scheme}/{number}/questions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ask the sender about the goods; the word of your agency ends the question */
    readonly post: operations['postAgencyParcelsSchemeNumberQuestions'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/accounts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Accounts on which parties owe, with what their guarantees have left */
    readonly get: operations['getOfficerAccounts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/accounts/{account}/guarantee': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** Set how much may stand unpaid on a deferment account */
    readonly put: operations['putOfficerAccountsAccountGuarantee'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/accounts/{account}/payments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Book a payment to an account, once */
    readonly post: operations['postOfficerAccountsAccountPayments'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/accounts/{account}/statement': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The statement of an account for a month */
    readonly get: operations['getOfficerAccountsAccountStatement'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/bank-statements': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Book the lines of a bank’s statement, each once however often it is sent */
    readonly post: operations['postOfficerBankStatements'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/entities/{entity}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The parties that are thought to be one, and why */
    readonly get: operations['getOfficerEntitiesEntity'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/entities/{entity}/separations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Say that a party is somebody else */
    readonly post: operations['postOfficerEntitiesEntitySeparations'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/figures': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Parcels by lane, stage and category, release times, and money from the ledger */
    readonly get: operations['getOfficerFigures'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/filers/{code}/quality': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The quality of a filer’s statements over thirty days */
    readonly get: operations['getOfficerFilersCodeQuality'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/law': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The law in force, and every version with what was done with it */
    readonly get: operations['getOfficerLaw'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/law/rehearsals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What versions in their shadow run, and the coming rows of the law in force, would change */
    readonly get: operations['getOfficerLawRehearsals'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/law/versions/{version}/acts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Review, rehearse, approve, activate or withdraw a version of the law */
    readonly post: operations['postOfficerLawVersionsVersionActs'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/ledger/accounts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What stands on each account of the ledger; all of them sum to zero */
    readonly get: operations['getOfficerLedgerAccounts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/legal-holds': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Legal holds, the latest first, lifted ones included */
    readonly get: operations['getOfficerLegalHolds'];
    readonly put?: never;
    /** Place a legal hold: no key of these days is erased until it is lifted */
    readonly post: operations['postOfficerLegalHolds'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/legal-holds/{hold}/lift': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Lift a legal hold that somebody else placed */
    readonly post: operations['postOfficerLegalHoldsHoldLift'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/means': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Flights and trucks of the day, the nearest first, with what waits in each */
    readonly get: operations['getOfficerMeans'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/operations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The law in force and its next changes, slow work, messages that broke, and the sealed record */
    readonly get: operations['getOfficerOperations'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/parcels/{scheme}/{number}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A parcel on one page: story, facts and judgement; opening it is recorded */
    readonly get: operations['getOfficerParcelsSchemeNumber'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/parcels/{scheme}/{number}/acts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Carry out an act; a refusal says in its own sentence why not */
    readonly post: operations['postOfficerParcelsSchemeNumberActs'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/parcels/{scheme}/{number}/entities': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who we think is behind the parties of a parcel */
    readonly get: operations['getOfficerParcelsSchemeNumberEntities'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/parcels/{scheme}/{number}/evidence': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Everything recorded about a parcel with its proofs, as a file for a court; taking it is recorded */
    readonly get: operations['getOfficerParcelsSchemeNumberEvidence'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/parcels/{scheme}/{number}/ledger': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What was posted for a parcel, and what is still owed */
    readonly get: operations['getOfficerParcelsSchemeNumberLedger'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/parcels/{scheme}/{number}/payments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take a payment of what is owed at the border, in full */
    readonly post: operations['postOfficerParcelsSchemeNumberPayments'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/parcels/{scheme}/{number}/repayments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Record that a refund was paid out, once and exactly */
    readonly post: operations['postOfficerParcelsSchemeNumberRepayments'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/parcels/{scheme}/{number}/returns': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take down a claim for somebody without a connection */
    readonly post: operations['postOfficerParcelsSchemeNumberReturns'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/parcels/{scheme}/{number}/returns/exit': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Confirm that returned goods have left, which refunds them */
    readonly post: operations['postOfficerParcelsSchemeNumberReturnsExit'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/parcels/{scheme}/{number}/selection-proofs': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Prove what was drawn for a parcel on a day, against the commitment published before; recorded */
    readonly get: operations['getOfficerParcelsSchemeNumberSelectionProofs'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/queue': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Parcels that people have to look at, the soonest due first */
    readonly get: operations['getOfficerQueue'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/queue/changes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How many parcels came to the queue, or changed in it, since a version of it */
    readonly get: operations['getOfficerQueueChanges'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/reasons': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What each act asks of its officer: reasons, legal grounds, results */
    readonly get: operations['getOfficerReasons'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/repayments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Refunds that are to be paid out, the longest waiting first */
    readonly get: operations['getOfficerRepayments'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/search': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Any parcel by its number or order; parcels in the queue also by flight, code and the start of a number */
    readonly get: operations['getOfficerSearch'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/selection-keys/{day}/hand-over': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Hand over the key of random selection of a day: ninety days after it, when every parcel of it is closed; recorded */
    readonly post: operations['postOfficerSelectionKeysDayHandOver'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/statistics/observations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The same cube for officers, who may see the month that is not over */
    readonly get: operations['getOfficerStatisticsObservations'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/officer/unpaid': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Parcels that wait for nothing but money, the longest waiting first */
    readonly get: operations['getOfficerUnpaid'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/parcels/{scheme}/{number}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The outside state of a parcel you spoke about, as of the last tick */
    readonly get: operations['getParcelsSchemeNumber'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/parcels/{scheme}/{number}/returns': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ask for the charges of goods that go back */
    readonly post: operations['postParcelsSchemeNumberReturns'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/public/commodity-codes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Commodity codes by words, synonyms or digits, as they stand on a day */
    readonly get: operations['getPublicCommodityCodes'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/public/elements': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Every element that Customs collects: its purpose, ground, controller, holders, retention and recipients */
    readonly get: operations['getPublicElements'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/public/keys': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The public keys that sign receipts and checkpoints, retired ones included */
    readonly get: operations['getPublicKeys'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/public/log/checkpoint': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The latest signed checkpoint, as C2SP tlog-checkpoint writes it */
    readonly get: operations['getPublicLogCheckpoint'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/public/log/consistency': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Proof that the log only grew since a checkpoint that you kept */
    readonly get: operations['getPublicLogConsistency'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/public/selection-commitments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What binds the random selection of each day, the latest first */
    readonly get: operations['getPublicSelectionCommitments'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/quality': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The quality of your own statements over thirty days, with what lowers it */
    readonly get: operations['getQuality'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/quotes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ask what goods cost to bring in: a signed quote that binds, or an estimate and why it binds nobody */
    readonly post: operations['postQuotes'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/quotes/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A quote again, as it was signed */
    readonly get: operations['getQuotesId'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/receipts/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A receipt again: the signed promise that a message is recorded */
    readonly get: operations['getReceiptsId'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/receipts/{id}/proof': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Proof that the promise was kept: the place of its batch in the log */
    readonly get: operations['getReceiptsIdProof'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/session': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who is signed in, where, and what time it is there */
    readonly get: operations['getSession'];
    readonly put?: never;
    /** Sign in as one of these people */
    readonly post: operations['postSession'];
    /** Sign out */
    readonly delete: operations['deleteSession'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/session/people': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who may sign in by name alone: the people of a fictional jurisdiction */
    readonly get: operations['getSessionPeople'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/statistics/observations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What was released in a month that is over: a cube as JSON or CSV */
    readonly get: operations['getStatisticsObservations'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/statistics/release-times': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How long release took on a day, by category: median, nine in ten, ninety-nine in a hundred */
    readonly get: operations['getStatisticsReleaseTimes'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/submissions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Send one submission; the answer comes after commit, with the outside state */
    readonly post: operations['postSubmissions'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/submissions/batch': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Send many submissions: NDJSON, one object a line, or CSV or XLSX by the published template; one answer a message comes back, in the same order */
    readonly post: operations['postSubmissionsBatch'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/submissions/{messageId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The answer to one of your messages again */
    readonly get: operations['getSubmissionsMessageId'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * Submission
     * @description One message of one sender about one or more consignments.
     */
    readonly Submission: {
      /** @description The sender's number of this message; the same number never names another content. WCO D026. */
      readonly messageId: string;
      /** @description Party code as registered with Customs. WCO R059. */
      readonly sender: string;
      /**
       * @description Which stream speaks. WCO D013.
       * @enum {unknown}
       */
      readonly kind: 'order' | 'payment' | 'logistics' | 'declaration' | 'arrival';
      /**
       * @description Default original. WCO 017.
       * @enum {unknown}
       */
      readonly function?: 'original' | 'replace' | 'cancel';
      /**
       * @description Which elements are expected. Default standard. WCO 504.
       * @enum {unknown}
       */
      readonly profile?: 'standard' | 'pre-loading' | 'historic-declaration';
      /** @description When the message was prepared. WCO D011. RFC 3339 with offset. */
      readonly preparedAt?: string;
      readonly consignments: readonly {
        /** @description The number that the parcel travels under. WCO D023. */
        readonly houseReference?: {
          /**
           * @description What kind of number it is.
           * @enum {unknown}
           */
          readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
          /** @description The number itself. */
          readonly number: string;
        };
        readonly orderNumbers?: readonly string[];
        /** @description Master transport document. WCO D023. */
        readonly masterReference?: string;
        /** @description Receptacle (UPU S9) or equipment. WCO 159. */
        readonly receptacle?: string;
        /**
         * @description Default import.
         * @enum {unknown}
         */
        readonly direction?: 'import' | 'export' | 'transit' | 'return';
        /**
         * @description Mode of transport at the border. WCO T022.
         * @enum {unknown}
         */
        readonly mode?: 'air' | 'sea' | 'road' | 'rail';
        /**
         * @description Who carries it.
         * @enum {unknown}
         */
        readonly channel?: 'post' | 'express' | 'freight';
        /**
         * @description Nature of the transaction. WCO 103.
         * @enum {unknown}
         */
        readonly nature?:
          | 'sale'
          | 'gift'
          | 'sample'
          | 'documents'
          | 'return'
          | 'personal-effects'
          | 'mixed'
          | 'other';
        /** @description Where the parcel was sent from. WCO 062. ISO 3166-1 alpha-2. */
        readonly countryOfDispatch?: string;
        /** @description Where it goes. WCO 465. ISO 3166-1 alpha-2. */
        readonly countryOfDestination?: string;
        readonly transport?: {
          /** @description Flight, voyage or vehicle. WCO T006. */
          readonly means?: string;
          /** @description Departure. RFC 3339 with offset. */
          readonly departureAt?: string;
          /** @description Loading. RFC 3339 with offset. */
          readonly loadingAt?: string;
          /** @description Arrival. RFC 3339 with offset. */
          readonly arrivalAt?: string;
        };
        /** @description Mass of the whole parcel. WCO 131. */
        readonly massGross?: {
          /** @description Decimal string. */
          readonly value: string;
          /** @description UN/ECE Recommendation 20: KGM, GRM, NAR ... */
          readonly unit: string;
        };
        /** @description How many pieces it has. WCO 146. */
        readonly packages?: number;
        readonly pieces?: readonly {
          /** @description Number on the piece. WCO 142. */
          readonly reference: string;
          /** @description Mass of the piece. */
          readonly massGross?: {
            /** @description Decimal string. */
            readonly value: string;
            /** @description UN/ECE Recommendation 20: KGM, GRM, NAR ... */
            readonly unit: string;
          };
        }[];
        readonly items?: readonly {
          /** @description Plain words for the goods. WCO 137. */
          readonly description?: string;
          /** @description HS or national code. WCO 145. */
          readonly commodityCode?: string;
          /** @description Where the goods were made. WCO 063. ISO 3166-1 alpha-2. */
          readonly origin?: string;
          /** @description How many or how much, in the unit of the goods. WCO 130. */
          readonly quantity?: {
            /** @description Decimal string. */
            readonly value: string;
            /** @description UN/ECE Recommendation 20: KGM, GRM, NAR ... */
            readonly unit: string;
          };
          /** @description Mass of the goods without packing. WCO 128. */
          readonly massNet?: {
            /** @description Decimal string. */
            readonly value: string;
            /** @description UN/ECE Recommendation 20: KGM, GRM, NAR ... */
            readonly unit: string;
          };
          /** @description Mass of the goods with their packing. WCO 126. */
          readonly massGross?: {
            /** @description Decimal string. */
            readonly value: string;
            /** @description UN/ECE Recommendation 20: KGM, GRM, NAR ... */
            readonly unit: string;
          };
          /** @description Price of the goods of this line, without freight and insurance. WCO 108. */
          readonly value?: {
            /** @description Decimal string, never a number. */
            readonly amount: string;
            /** @description ISO 4217. */
            readonly currency: string;
          };
          /** @description GS1 trade item number. WCO 145. */
          readonly gtin?: string;
          /** @description The seller's own product number. */
          readonly sku?: string;
          /** @description Where the goods were offered. */
          readonly listingUrl?: string;
          /** @description UN number of dangerous goods. WCO 506. */
          readonly unNumber?: string;
          readonly licences?: readonly string[];
        }[];
        /** @description What all goods cost together. WCO 109. */
        readonly totalValue?: {
          /** @description Decimal string, never a number. */
          readonly amount: string;
          /** @description ISO 4217. */
          readonly currency: string;
        };
        /** @description What the transport costs. WCO 117. */
        readonly freight?: {
          /** @description Decimal string, never a number. */
          readonly amount: string;
          /** @description ISO 4217. */
          readonly currency: string;
        };
        /** @description What the insurance costs. WCO 181. */
        readonly insurance?: {
          /** @description Decimal string, never a number. */
          readonly amount: string;
          /** @description ISO 4217. */
          readonly currency: string;
        };
        readonly fiscal?: {
          /** @description Who collected the charges at sale, by scheme and number. WCO R119. */
          readonly collector?: {
            /** @description Scheme. */
            readonly scheme: string;
            /** @description Number. */
            readonly number: string;
          };
          /** @description What was collected at sale. */
          readonly collected?: {
            /** @description Decimal string, never a number. */
            readonly amount: string;
            /** @description ISO 4217. */
            readonly currency: string;
          };
          /** @description Deferment account. */
          readonly account?: string;
          /** @description Binding quote of Customs that was given for the parcel, by its number. */
          readonly quote?: string;
        };
        readonly security?: {
          /** @description RA, KC or AO. */
          readonly issuerCategory: string;
          /** @description Approval number of the issuer. */
          readonly issuerIdentifier: string;
          /** @description AWB, house or mail consignment. */
          readonly consignmentIdentifier?: string;
          /** @description What it holds. */
          readonly contents?: string;
          /** @description Place of origin. */
          readonly origin?: string;
          /** @description Place of destination. */
          readonly destination?: string;
          readonly transferPoints?: readonly string[];
          /** @description SPX or SHR. */
          readonly status: string;
          /** @description Entity it came from. */
          readonly receivedFrom?: string;
          readonly screeningMethods?: readonly string[];
          /** @description Code of the ground on which it was not screened. */
          readonly exemptionGrounds?: string;
          /** @description Other methods, in words. */
          readonly otherScreeningMethods?: string;
          /** @description Person or number. */
          readonly issuedBy?: string;
          /** @description When it was issued. RFC 3339 with offset. */
          readonly issuedAt?: string;
          /** @description Accepting regulated entity. */
          readonly acceptedBy?: string;
          /** @description Anything more. */
          readonly additional?: string;
        };
        readonly parties?: readonly {
          /**
           * @description What the party does.
           * @enum {unknown}
           */
          readonly role:
            | 'consignor'
            | 'consignee'
            | 'seller'
            | 'buyer'
            | 'exporter'
            | 'importer'
            | 'declarant'
            | 'representative'
            | 'carrier'
            | 'notify'
            | 'deliver-to'
            | 'platform'
            | 'payer'
            | 'payment-provider'
            | 'logistics-operator'
            | 'post'
            | 'warehouse';
          /** @description As written by the source. */
          readonly name?: string;
          /**
           * @description Kind of person.
           * @enum {unknown}
           */
          readonly personType?: 'natural' | 'legal' | 'association';
          /** @description Numbers in registers; those of natural persons stay in the message. */
          readonly identifiers?: readonly {
            /** @description Register. */
            readonly scheme: string;
            /** @description Number. */
            readonly value: string;
          }[];
          readonly address?: {
            readonly lines?: readonly string[];
            /** @description Town. WCO 241. */
            readonly city?: string;
            /** @description Province or state; where the goods end, its code stays. WCO 243. */
            readonly subdivision?: string;
            /** @description Postal code. WCO 245. */
            readonly postcode?: string;
            /** @description Country of the address. WCO 242. ISO 3166-1 alpha-2. */
            readonly country: string;
          };
          /** @description E.123. WCO 240. */
          readonly phone?: string;
          /** @description Address for notices. WCO 240. */
          readonly email?: string;
        }[];
        readonly order?: {
          /** @description When it was ordered. RFC 3339 with offset. */
          readonly placedAt?: string;
          /** @description Where it was ordered. */
          readonly platform?: string;
          /** @description What the buyer paid for the order. */
          readonly paid?: {
            /** @description Decimal string, never a number. */
            readonly amount: string;
            /** @description ISO 4217. */
            readonly currency: string;
          };
        };
        readonly payment?: {
          /** @description Payment provider. */
          readonly provider?: string;
          /** @description Its number. */
          readonly transactionId?: string;
          /** @description When it was paid. RFC 3339 with offset. */
          readonly paidAt?: string;
          /** @description What was paid. */
          readonly amount?: {
            /** @description Decimal string, never a number. */
            readonly amount: string;
            /** @description ISO 4217. */
            readonly currency: string;
          };
        };
        readonly arrival?: {
          /**
           * @description What happened.
           * @enum {unknown}
           */
          readonly event: 'departed' | 'arrived' | 'presented' | 'delivered';
          /** @description When. RFC 3339 with offset. */
          readonly at: string;
          /** @description Customs office. */
          readonly office?: string;
          readonly pieces?: readonly string[];
        };
        /** @description The number under which returned goods came in. WCO D018. */
        readonly returnOf?: {
          /**
           * @description What kind of number it is.
           * @enum {unknown}
           */
          readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
          /** @description The number itself. */
          readonly number: string;
        };
        readonly procedure?: {
          /** @description Procedure requested. WCO 166. */
          readonly current?: string;
          /** @description Previous procedure. WCO 161. */
          readonly previous?: string;
          readonly additional?: readonly string[];
        };
      }[];
    };
    readonly SubmissionAnswer: {
      /** @description accepted, parked (waits for its parcel) or duplicate (the first answer again) */
      readonly status: string;
      readonly messageId: string;
      readonly submission: string | null;
      /** @description RFC 3339, UTC. */
      readonly receivedAt: string;
      readonly consignments: readonly {
        readonly reference: components['schemas']['HouseReference'] | null;
        /**
         * @description accepted, refused, question, do-not-load, cleared or waiting
         * @enum {unknown}
         */
        readonly state: 'accepted' | 'refused' | 'question' | 'do-not-load' | 'cleared' | 'waiting';
        /** @description What became of the quote that the declaration names. */
        readonly quote?: {
          readonly quote: string;
          /** @description Whether the parcel is charged as quoted. */
          readonly honoured: boolean;
          /** @description Why not: unknown, not-its-day or facts-differ. */
          readonly because: string | null;
          readonly differences: readonly {
            /** @description JSON Pointer into the facts of the quote. */
            readonly fact: string;
            readonly quoted: string | null;
            readonly shipped: string | null;
          }[];
          readonly currency: string;
          readonly quotedTotal: string | null;
          /** @description What is owed. */
          readonly total: string;
          /** @description The part of it that is payable on delivery. */
          readonly payable: string;
        };
      }[];
      readonly findings: readonly components['schemas']['Finding'][];
      /** @description A signed promise that this message is in the record. */
      readonly receipt: components['schemas']['Receipt'] | null;
    };
    readonly ParcelState: {
      readonly reference: components['schemas']['HouseReference'];
      /**
       * @description accepted, refused, question, do-not-load, cleared or waiting
       * @enum {unknown}
       */
      readonly state: 'accepted' | 'refused' | 'question' | 'do-not-load' | 'cleared' | 'waiting';
      /** @description The tick that published this state; states change outside only on full minutes. */
      readonly asOf: string;
    };
    readonly Receipt: {
      /** @description Known to you and us alone: keep it like the receipt itself. */
      readonly id: string;
      /** @description When the batch was signed. RFC 3339, UTC. */
      readonly at: string;
      readonly batch: string;
      /** @description Place of the message in its batch, from zero. */
      readonly index: number;
      /** @description Messages in the batch. */
      readonly count: number;
      /** @description SHA-256 of the salt and, after it, the message exactly as it was sent. 32 bytes, unpadded base64url. */
      readonly messageDigest: string;
      /** @description Null once the key of the message was deleted. */
      readonly salt: string | null;
      /** @description Audit path of RFC 6962, from the leaf upwards; the leaf is the message digest. */
      readonly path: readonly string[];
      /** @description Root over the message digests of the batch. 32 bytes, unpadded base64url. */
      readonly root: string;
      /** @description Which key of /v1/public/keys signed. */
      readonly keyId: string;
      /** @description Ed25519 over "luxor-receipts/v1", batch, at, count and root, each ended by a line feed. 64 bytes, unpadded base64url. */
      readonly signature: string;
    };
    readonly Finding: {
      /** @description JSON Pointer into the message as sent. */
      readonly pointer: string;
      readonly code: string;
      readonly severity: string;
      readonly message: string;
      readonly fix: string;
      readonly example: string;
      readonly source: string;
      /** @description Line or row of the file, from one; of batches only. */
      readonly line?: number;
      /** @description Character or cell of the line, from one; of batches only. */
      readonly column?: number;
    };
    /** @description RFC 9457 problem details; errors name every finding with its fix. */
    readonly Problem: {
      readonly type: string;
      readonly title: string;
      readonly status: number;
      readonly detail: string;
      readonly code: string;
      readonly instance?: string;
      readonly errors?: readonly components['schemas']['Finding'][];
    };
    readonly HouseReference: {
      /** @enum {unknown} */
      readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
      readonly number: string;
    };
    readonly Session: {
      readonly person: {
        readonly id: string;
        readonly name: string;
        readonly roles: readonly string[];
        readonly office: {
          readonly code: string;
          readonly name: string;
        };
      } & {
        readonly zone: string;
      };
      /** @description To be sent as x-luxor-csrf with everything that changes something. */
      readonly csrf: string;
      readonly jurisdiction: {
        readonly id: string;
        readonly title: string;
        readonly currency: string;
        readonly zone: string;
      };
      readonly demo: boolean;
      /**
       * @description RFC 3339 with the offset of the office’s clock.
       * @example 2026-11-24T14:40:00+03:00
       */
      readonly now: string;
      /** @description Seconds of the office that pass in one real second. */
      readonly pace: number;
    };
    readonly Queue: {
      readonly rows: readonly {
        readonly parcel: components['schemas']['HouseReference'];
        /** @enum {unknown} */
        readonly lane:
          'release' | 'documents' | 'scan' | 'examine' | 'hold' | 'refer' | 'do-not-load';
        readonly hold: string | null;
        readonly stage: string;
        readonly dueAt: string | null;
        readonly what: string;
        readonly from: string;
        readonly firstReason: string;
        readonly claimedBy: {
          readonly id: string;
          readonly name: string;
          readonly you: boolean;
        } | null;
        readonly value: {
          readonly amount: string;
          readonly currency: string;
        } | null;
        readonly means: string | null;
        /**
         * @description RFC 3339 with the offset of the office’s clock.
         * @example 2026-11-24T14:40:00+03:00
         */
        readonly since: string;
        readonly proposal: {
          readonly by: {
            readonly id: string;
            readonly name: string;
            readonly you: boolean;
          };
          /**
           * @description RFC 3339 with the offset of the office’s clock.
           * @example 2026-11-24T14:40:00+03:00
           */
          readonly at: string;
          readonly you: boolean;
          readonly reason?: string;
          readonly undone?: string | null;
        } | null;
      }[];
      readonly counts: {
        readonly mine: number;
        readonly unclaimed: number;
        readonly waiting: number;
        readonly all: number;
      };
      /** @description Ask again with it as `after` for the rows that follow. */
      readonly next?: string;
      readonly version: number;
      /**
       * @description RFC 3339 with the offset of the office’s clock.
       * @example 2026-11-24T14:40:00+03:00
       */
      readonly now: string;
    };
    readonly ParcelPage: {
      readonly parcel: components['schemas']['HouseReference'] & {
        /** @enum {unknown} */
        readonly lane:
          'release' | 'documents' | 'scan' | 'examine' | 'hold' | 'refer' | 'do-not-load';
        readonly hold: string | null;
        readonly stage: string;
        readonly category: number | null;
        readonly direction: string | null;
        readonly nature: string | null;
        readonly channel: string | null;
        readonly mode: string | null;
        readonly means: string | null;
        readonly arrivalAt: string | null;
        readonly arrivedAt: string | null;
        readonly dueAt: string | null;
        readonly from: string | null;
        readonly to: string | null;
        readonly outside: string;
        readonly what: string;
        readonly value: {
          readonly amount: string;
          readonly currency: string;
        } | null;
        readonly receiver: string | null;
        readonly filer?: {
          readonly code: string;
          readonly name: string;
          readonly quality: {
            readonly timeliness: number;
            readonly accuracy: number;
            readonly completeness: number;
            readonly consistency: number;
            readonly total: number;
            readonly statements: number;
          } | null;
        } | null;
        readonly claimedBy: {
          readonly id: string;
          readonly name: string;
          readonly you: boolean;
        } | null;
        readonly lastLookedAt: string | null;
        readonly version: number;
        readonly proposal: {
          readonly by: {
            readonly id: string;
            readonly name: string;
            readonly you: boolean;
          };
          /**
           * @description RFC 3339 with the offset of the office’s clock.
           * @example 2026-11-24T14:40:00+03:00
           */
          readonly at: string;
          readonly you: boolean;
          readonly reason?: string;
          readonly undone?: string | null;
        } | null;
        /**
         * @description How much of targeting this answer may tell.
         * @enum {unknown}
         */
        readonly sight: 'none' | 'words' | 'rules' | 'all';
      };
      readonly story: readonly {
        /**
         * @description RFC 3339 with the offset of the office’s clock.
         * @example 2026-11-24T14:40:00+03:00
         */
        readonly at: string;
        readonly title: string;
        readonly detail?: string;
        readonly by?: string;
        readonly receipt?: string;
        readonly changed?: boolean;
        readonly entry: {
          readonly sequence: number;
          readonly leaf: string | null;
        };
      }[];
      readonly changes: number;
      readonly facts: {
        readonly columns: readonly string[];
        readonly rows: readonly {
          readonly element: string;
          readonly label: string;
          readonly cells: {
            readonly [key: string]: {
              readonly text: string;
              readonly inUse: boolean;
              readonly disagrees?: boolean;
              readonly note?: string;
              readonly statement: {
                readonly id: string;
                /**
                 * @description RFC 3339 with the offset of the office’s clock.
                 * @example 2026-11-24T14:40:00+03:00
                 */
                readonly at: string;
                readonly sender: string;
                readonly receipt: string | null;
              };
            };
          };
        }[];
      };
      readonly judgement: {
        readonly pieces: readonly {
          readonly reason: string;
          /** @enum {unknown} */
          readonly band: 'A' | 'B' | 'C' | 'D' | 'E';
          readonly lookFor?: string;
          readonly rule?: string;
          readonly version?: number;
          readonly weight?: number;
          readonly detail?: string;
        }[];
        readonly lookFor: readonly string[];
        /** @enum {unknown} */
        readonly band?: 'A' | 'B' | 'C' | 'D' | 'E';
        readonly score?: number;
        readonly findings: readonly {
          readonly code: string;
          readonly severity: string;
          readonly pointer: string;
          readonly message: string;
          readonly fix: string;
        }[];
        readonly category: number | null;
        readonly because: readonly string[];
        readonly charges: {
          readonly lines: readonly {
            readonly charge: string;
            readonly label: string;
            readonly amount: string;
            readonly item: number | null;
            /** @enum {unknown} */
            readonly place: 'at-sale' | 'at-border';
            readonly rule: string;
            readonly source: {
              readonly id: string;
              readonly title: string;
            };
            readonly steps: readonly {
              readonly what: string;
              readonly base?: string;
              readonly rate?: string;
              readonly result: string;
              readonly rule: string;
            }[];
          }[];
          readonly customsValue: {
            readonly amount: string;
            readonly currency: string;
          };
          readonly total: string;
          readonly payable: string;
          readonly currency: string;
          readonly standing: string;
          readonly incomplete: boolean;
          readonly reliefs: readonly string[];
        } | null;
        readonly conditions: {
          readonly met: readonly string[];
          readonly unmet: readonly string[];
        };
        readonly actions: readonly {
          /** @enum {unknown} */
          readonly act:
            | 'claim'
            | 'unclaim'
            | 'scan'
            | 'record-scan'
            | 'examine'
            | 'record-examination'
            | 'ask'
            | 'close-question'
            | 'hold'
            | 'release'
            | 'propose-release'
            | 'confirm-release'
            | 'decline-release'
            | 'confirm-do-not-load'
            | 'reject-do-not-load'
            | 'lift-do-not-load'
            | 'refuse'
            | 'seize'
            | 'destroy'
            | 're-export';
          readonly label: string;
          readonly key?: string;
          readonly enabled: boolean;
          readonly because?: string;
          readonly hurts?: boolean;
        }[];
        readonly proposal: {
          readonly by: {
            readonly id: string;
            readonly name: string;
            readonly you: boolean;
          };
          /**
           * @description RFC 3339 with the offset of the office’s clock.
           * @example 2026-11-24T14:40:00+03:00
           */
          readonly at: string;
          readonly you: boolean;
          readonly reason?: string;
          readonly undone?: string | null;
        } | null;
      };
      readonly recorded?: {
        readonly act: string;
        /**
         * @description RFC 3339 with the offset of the office’s clock.
         * @example 2026-11-24T14:40:00+03:00
         */
        readonly at: string;
        readonly by: string;
        readonly entry: {
          readonly sequence: number;
        };
      };
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly getHealth: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            /** @description ok */
            readonly status: string;
            readonly jurisdiction: string;
            /** @description Version of the law in force: the digest of its files. */
            readonly pack: string;
            /** @description Of the programs. */
            readonly version: string;
            /** @description The latest step of the database, by name. */
            readonly schema: string;
            /** @description Messages waiting for their commit. */
            readonly pending: number;
          };
        };
      };
    };
  };
  readonly getAccountsStatements: {
    readonly parameters: {
      readonly query?: {
        /** @description This month, unless it says another. */
        readonly month?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly statements: readonly {
              readonly account: string;
              readonly month: string;
              readonly currency: string;
              readonly isClosed: boolean;
              readonly opening: string;
              readonly debit: string;
              readonly credit: string;
              readonly closing: string;
              /** @description By day; months of more than two months ago have one day, their first. */
              readonly lines: readonly {
                readonly on: string;
                readonly charge: string;
                readonly reason: string;
                readonly debit: string;
                readonly credit: string;
                readonly postings: number;
              }[];
            }[];
          };
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getAgencyParcels: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly agency: string;
            readonly parcels: readonly {
              readonly parcel: components['schemas']['HouseReference'];
              readonly version: number;
              /** @description When the goods that your agency is asked about were stated. */
              readonly since: string | null;
              readonly means: string | null;
              readonly mode: string | null;
              readonly isHere: boolean;
              readonly arrivalAt: string | null;
              readonly from: string;
              readonly goods: readonly {
                readonly description: string | null;
                readonly commodityCode: string | null;
                readonly origin: string | null;
                readonly quantity: string | null;
                readonly value: {
                  readonly amount: string;
                  readonly currency: string;
                } | null;
                readonly licences: readonly string[];
              }[];
              /** @description What your agency has asked the sender, and has not had an answer to that it took. */
              readonly asked: readonly {
                /** @enum {unknown} */
                readonly about: 'items.licences' | 'items.description' | 'items.commodityCode';
                readonly text: string;
                readonly dueAt: string | null;
              }[];
              /** @description The rows of law that ask your agency, and what it said. */
              readonly rows: readonly {
                readonly row: string;
                readonly category: string;
                readonly licence: string | null;
                readonly source: string;
                readonly sourceTitle: string;
                /** @enum {unknown} */
                readonly answer: 'waiting' | 'agreed' | 'refused';
              }[];
            }[];
          };
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not your task */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postAgencyParcelsSchemeNumberAnswer: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @enum {unknown} */
          readonly answer: 'agreed' | 'refused';
          /**
           * @description agreed: permit-valid, goods-permitted, not-our-goods; refused: permit-missing, goods-prohibited, goods-unsafe
           * @enum {unknown}
           */
          readonly reasonCode:
            | 'permit-valid'
            | 'goods-permitted'
            | 'not-our-goods'
            | 'permit-missing'
            | 'goods-prohibited'
            | 'goods-unsafe';
          /** @description In your own words; kept encrypted. */
          readonly note?: string;
          readonly expectedVersion?: number;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly agency: string;
            /** @enum {unknown} */
            readonly answer: 'waiting' | 'agreed' | 'refused';
            readonly version: number;
            /** @description Agencies whose word is still needed. */
            readonly outstanding: readonly string[];
          };
        };
      };
      /** @description Not your task */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something is missing or wrong */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postAgencyParcelsSchemeNumberQuestions: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @enum {unknown} */
          readonly about: 'items.licences' | 'items.description' | 'items.commodityCode';
          /** @description In your own words; kept encrypted. */
          readonly note?: string;
          readonly expectedVersion?: number;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly agency: string;
            /** @enum {unknown} */
            readonly answer: 'waiting' | 'agreed' | 'refused';
            readonly version: number;
            /** @description Agencies whose word is still needed. */
            readonly outstanding: readonly string[];
          };
        };
      };
      /** @description Not your task */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something is missing or wrong */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerAccounts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly accounts: readonly {
              readonly account: string;
              readonly holder: string;
              readonly name: string;
              readonly currency: string;
              /** @description What is owed; less than zero where more was paid. */
              readonly balance: string;
              /** @description Of the guarantee; null where the account is not limited. */
              readonly limit: string | null;
              readonly headroom: string | null;
              /** @description Parcels that wait for room. */
              readonly waiting: number;
            }[];
            readonly more: boolean;
          };
        };
      };
    };
  };
  readonly putOfficerAccountsAccountGuarantee: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        /** @description As the ledger names it: account:XT100017, party:SOUQLINE:collected. */
        readonly account: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly limit: string;
          readonly currency: string;
          /** @description Number of the bond or of the decision; no names. */
          readonly reason: string;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly accounts: readonly {
              readonly account: string;
              readonly holder: string;
              readonly name: string;
              readonly currency: string;
              /** @description What is owed; less than zero where more was paid. */
              readonly balance: string;
              /** @description Of the guarantee; null where the account is not limited. */
              readonly limit: string | null;
              readonly headroom: string | null;
              /** @description Parcels that wait for room. */
              readonly waiting: number;
            }[];
            readonly more: boolean;
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postOfficerAccountsAccountPayments: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        /** @description As the ledger names it: account:XT100017, party:SOUQLINE:collected. */
        readonly account: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly amount: string;
          readonly currency: string;
          /** @description Of the bank; each transfer has its own. */
          readonly reference: string;
          readonly paidOn: string;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly reference: string;
            /**
             * @description known: it was told before, and is booked once.
             * @enum {unknown}
             */
            readonly status: 'booked' | 'known';
            /** @description Parcels that had waited for room and went on. */
            readonly secured: number;
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerAccountsAccountStatement: {
    readonly parameters: {
      readonly query?: {
        /** @description This month, unless it says another. */
        readonly month?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description As the ledger names it: account:XT100017, party:SOUQLINE:collected. */
        readonly account: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly account: string;
            readonly month: string;
            readonly currency: string;
            readonly isClosed: boolean;
            readonly opening: string;
            readonly debit: string;
            readonly credit: string;
            readonly closing: string;
            /** @description By day; months of more than two months ago have one day, their first. */
            readonly lines: readonly {
              readonly on: string;
              readonly charge: string;
              readonly reason: string;
              readonly debit: string;
              readonly credit: string;
              readonly postings: number;
            }[];
          };
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postOfficerBankStatements: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @description Its number at the bank. */
          readonly bankStatement: string;
          readonly lines: readonly {
            /** @description As the ledger names it: account:XT100017, party:SOUQLINE:collected. */
            readonly account: string;
            readonly amount: string;
            readonly currency: string;
            /** @description Of the bank; each transfer has its own. */
            readonly reference: string;
            readonly paidOn: string;
          }[];
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly booked: number;
            readonly known: number;
            readonly refused: number;
            readonly secured: number;
            readonly lines: readonly {
              readonly reference: string;
              /** @enum {unknown} */
              readonly status: 'booked' | 'known' | 'refused';
              readonly code: string | null;
              readonly detail: string | null;
            }[];
          };
        };
      };
    };
  };
  readonly getOfficerEntitiesEntity: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly entity: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly entity: string;
            /** @description Those that were taken out again too. */
            readonly parties: readonly {
              /** @description Fingerprint of a party. */
              readonly party: string;
              /**
               * @description RFC 3339 with the offset of the office’s clock.
               * @example 2026-11-24T14:40:00+03:00
               */
              readonly from: string;
              readonly until: string | null;
              /** @description From 0 to 1. */
              readonly confidence: number;
              /** @description What agrees, in sentences. */
              readonly because: readonly string[];
              readonly author: string;
              readonly endedBy: string | null;
              readonly endedBecause: string | null;
            }[];
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postOfficerEntitiesEntitySeparations: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        readonly entity: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @description Fingerprint of a party. */
          readonly party: string;
          /** @enum {unknown} */
          readonly reason:
            | 'shared-address'
            | 'same-name-other-person'
            | 'number-used-by-another'
            | 'written-wrongly';
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly entity: string;
            /** @description Those that were taken out again too. */
            readonly parties: readonly {
              /** @description Fingerprint of a party. */
              readonly party: string;
              /**
               * @description RFC 3339 with the offset of the office’s clock.
               * @example 2026-11-24T14:40:00+03:00
               */
              readonly from: string;
              readonly until: string | null;
              /** @description From 0 to 1. */
              readonly confidence: number;
              /** @description What agrees, in sentences. */
              readonly because: readonly string[];
              readonly author: string;
              readonly endedBy: string | null;
              readonly endedBecause: string | null;
            }[];
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerFigures: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            /**
             * @description RFC 3339 with the offset of the office’s clock.
             * @example 2026-11-24T14:40:00+03:00
             */
            readonly at: string;
            /** @description Parcels first told of on this many days count. */
            readonly days: number;
            readonly lanes: readonly {
              /** @enum {unknown} */
              readonly lane:
                'release' | 'documents' | 'scan' | 'examine' | 'hold' | 'refer' | 'do-not-load';
              readonly parcels: number;
            }[];
            readonly stages: readonly {
              readonly stage: string;
              readonly parcels: number;
            }[];
            readonly categories: readonly {
              readonly category: number;
              readonly parcels: number;
            }[];
            /** @description Whole seconds from arrival to release. */
            readonly release: readonly {
              readonly category: number;
              readonly parcels: number;
              readonly p50: number;
              readonly p90: number;
              readonly p99: number;
            }[];
            readonly money: {
              readonly currency: string;
              readonly assessed: string;
              readonly atSale: string;
              readonly secured: string;
              readonly owed: string;
              readonly paid: string;
              readonly entries: number;
            };
          };
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerFilersCodeQuality: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly from: string;
            readonly to: string;
            /** @description Averages of the period, rounded down; null where nothing was sent. */
            readonly score: {
              readonly timeliness: number;
              readonly accuracy: number;
              readonly completeness: number;
              readonly consistency: number;
              readonly total: number;
              readonly statements: number;
            } | null;
            /** @description Days on which something was sent. Today grows; figures are some minutes old. */
            readonly days: readonly {
              readonly day: string;
              readonly timeliness: number;
              readonly accuracy: number;
              readonly completeness: number;
              readonly consistency: number;
              readonly total: number;
              readonly statements: number;
            }[];
            /** @description What lowers the score most often, with what to do about it. */
            readonly findings: readonly {
              readonly code: string;
              readonly statements: number;
              readonly fix: string;
              readonly measures: string;
            }[];
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerLaw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly pack: string;
            readonly title: string;
            /** @description The first digits of the digest of its files of law. */
            readonly inForce: string;
            /** @description The latest first. */
            readonly versions: readonly {
              /** @description The first digits of the digest of its files of law. */
              readonly version: string;
              /** @enum {unknown} */
              readonly state: 'draft' | 'review' | 'shadow' | 'approved' | 'active' | 'superseded';
              /** @description Who has approved it since its shadow run began; two are needed. */
              readonly approvals: readonly string[];
              /** @description What a person may do with it next. */
              readonly open: readonly ('review' | 'shadow' | 'approve' | 'activate' | 'withdraw')[];
              /** @description Oldest first. */
              readonly acts: readonly {
                readonly act: string;
                /** @description A code of a person or of the machine; never a name. */
                readonly actor: string;
                readonly role: string | null;
                readonly reason: string;
                /** @description SHA-256 over the files of law as they lay here at that moment. */
                readonly seal: string;
                /** @description RFC 3339, UTC. */
                readonly at: string;
              }[];
            }[];
          };
        };
      };
    };
  };
  readonly getOfficerLawRehearsals: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            /** @description The latest first. */
            readonly rehearsals: readonly {
              readonly version: string;
              /** @description The day whose rows were taken early; null where rows are taken as dated. */
              readonly asOf: string | null;
              readonly startedAt: string;
              readonly updatedAt: string;
              /** @description The day of the last decision that was looked at. */
              readonly upTo: string;
              readonly currency: string;
              readonly parcels: number;
              readonly touched: number;
              readonly decidedAgain: number;
              readonly touchedAgain: number;
              readonly failed: number;
              readonly unreadable: number;
              readonly total: {
                /** @description Decimal, in the currency of the report. */
                readonly before: string;
                /** @description Decimal, in the currency of the report. */
                readonly after: string;
              };
              readonly payable: {
                /** @description Decimal, in the currency of the report. */
                readonly before: string;
                /** @description Decimal, in the currency of the report. */
                readonly after: string;
              };
              readonly incomplete: {
                readonly before: number;
                readonly after: number;
              };
              readonly charges: {
                readonly [key: string]: {
                  /** @description Decimal, in the currency of the report. */
                  readonly before: string;
                  /** @description Decimal, in the currency of the report. */
                  readonly after: string;
                  readonly touched: number;
                };
              };
              /** @description Parcels by what they would move from and to: "release>examine". */
              readonly lanes: {
                readonly [key: string]: number;
              };
              /** @description The same of the categories. */
              readonly categories: {
                readonly [key: string]: number;
              };
              readonly examples: readonly {
                readonly parcel: string;
                readonly before: {
                  readonly currency: string;
                  /** @description Decimal, in the currency of the report. */
                  readonly total: string;
                  /** @description Decimal, in the currency of the report. */
                  readonly payable: string;
                  readonly incomplete: boolean;
                  readonly charges: {
                    readonly [key: string]: string;
                  };
                  readonly lane: string;
                  readonly category: number;
                };
                readonly after: {
                  readonly currency: string;
                  /** @description Decimal, in the currency of the report. */
                  readonly total: string;
                  /** @description Decimal, in the currency of the report. */
                  readonly payable: string;
                  readonly incomplete: boolean;
                  readonly charges: {
                    readonly [key: string]: string;
                  };
                  readonly lane: string;
                  readonly category: number;
                };
              }[];
            }[];
          };
        };
      };
    };
  };
  readonly postOfficerLawVersionsVersionActs: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        /** @description The first digits of the digest of its files of law. */
        readonly version: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @enum {unknown} */
          readonly act: 'review' | 'shadow' | 'approve' | 'activate' | 'withdraw';
          readonly reason: string;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly pack: string;
            readonly title: string;
            /** @description The first digits of the digest of its files of law. */
            readonly inForce: string;
            /** @description The latest first. */
            readonly versions: readonly {
              /** @description The first digits of the digest of its files of law. */
              readonly version: string;
              /** @enum {unknown} */
              readonly state: 'draft' | 'review' | 'shadow' | 'approved' | 'active' | 'superseded';
              /** @description Who has approved it since its shadow run began; two are needed. */
              readonly approvals: readonly string[];
              /** @description What a person may do with it next. */
              readonly open: readonly ('review' | 'shadow' | 'approve' | 'activate' | 'withdraw')[];
              /** @description Oldest first. */
              readonly acts: readonly {
                readonly act: string;
                /** @description A code of a person or of the machine; never a name. */
                readonly actor: string;
                readonly role: string | null;
                readonly reason: string;
                /** @description SHA-256 over the files of law as they lay here at that moment. */
                readonly seal: string;
                /** @description RFC 3339, UTC. */
                readonly at: string;
              }[];
            }[];
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerLedgerAccounts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly accounts: readonly {
              readonly account: string;
              readonly currency: string;
              readonly debit: string;
              readonly credit: string;
              /** @description Debit less credit. */
              readonly balance: string;
              readonly postings: number;
            }[];
            /** @description Zero in each currency, as long as every account is listed. */
            readonly total: readonly {
              readonly currency: string;
              readonly balance: string;
            }[];
            readonly more: boolean;
          };
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerLegalHolds: {
    readonly parameters: {
      readonly query?: {
        readonly before?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly holds: readonly {
              readonly hold: number;
              readonly retentionClass: string;
              readonly firstDay: string;
              readonly lastDay: string;
              readonly case: string;
              readonly placedBy: string;
              /** @description RFC 3339, UTC. */
              readonly placedAt: string;
              readonly liftedBy: string | null;
              readonly liftedAt: string | null;
            }[];
            /** @description Ask again with it for earlier holds; null at the end. */
            readonly before: number | null;
          };
        };
      };
    };
  };
  readonly postOfficerLegalHolds: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @enum {unknown} */
          readonly retentionClass: 'declaration';
          readonly firstDay: string;
          readonly lastDay: string;
          /** @description The number of the case; never a name. */
          readonly case: string;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly hold: number;
            readonly retentionClass: string;
            readonly firstDay: string;
            readonly lastDay: string;
            readonly case: string;
            readonly placedBy: string;
            /** @description RFC 3339, UTC. */
            readonly placedAt: string;
            readonly liftedBy: string | null;
            readonly liftedAt: string | null;
          };
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postOfficerLegalHoldsHoldLift: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        readonly hold: number;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly hold: number;
            readonly retentionClass: string;
            readonly firstDay: string;
            readonly lastDay: string;
            readonly case: string;
            readonly placedBy: string;
            /** @description RFC 3339, UTC. */
            readonly placedAt: string;
            readonly liftedBy: string | null;
            readonly liftedAt: string | null;
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerMeans: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly {
            readonly means: string;
            /**
             * @description RFC 3339 with the offset of the office’s clock.
             * @example 2026-11-24T14:40:00+03:00
             */
            readonly arrivalAt: string;
            readonly parcels: number;
            readonly cleared: number;
            readonly toLookAt: number;
            readonly waiting: number;
          }[];
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerOperations: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            /**
             * @description RFC 3339 with the offset of the office’s clock.
             * @example 2026-11-24T14:40:00+03:00
             */
            readonly at: string;
            readonly programs: {
              readonly version: string;
              readonly schema: string;
              readonly pending: number;
            };
            readonly law: {
              readonly id: string;
              readonly title: string;
              /** @description The digest of its files. */
              readonly version: string;
              /**
               * @description A date of law.
               * @example 2028-01-01
               */
              readonly on: string;
              /** @description Rows in force on the day, by kind; what says whom to look at is left out. */
              readonly kinds: readonly {
                readonly kind: string;
                readonly rows: number;
                readonly unverified: number;
              }[];
              /** @description The next changes of the law, the soonest first. */
              readonly changes: readonly {
                /**
                 * @description A date of law.
                 * @example 2028-01-01
                 */
                readonly on: string;
                readonly kind: string;
                readonly row: string;
                /** @enum {unknown} */
                readonly what: 'begins' | 'changes' | 'ends';
                readonly source: string;
              }[];
              readonly changesMore: number;
            };
            readonly work: readonly {
              readonly kind: string;
              readonly waiting: number;
              readonly running: number;
              readonly done: number;
              readonly failed: number;
              readonly doneSecondsAgo: number | null;
              readonly lastError: string | null;
            }[];
            /** @description Messages that no pass could carry; they are kept with their reason. */
            readonly broken: {
              readonly messages: number;
              readonly latest: readonly {
                /**
                 * @description RFC 3339 with the offset of the office’s clock.
                 * @example 2026-11-24T14:40:00+03:00
                 */
                readonly at: string;
                readonly reason: string;
              }[];
            };
            readonly record: {
              readonly entries: number;
              readonly sealedAt: string | null;
              readonly keys: readonly {
                readonly keyId: string;
                readonly purpose: string;
                /**
                 * @description RFC 3339 with the offset of the office’s clock.
                 * @example 2026-11-24T14:40:00+03:00
                 */
                readonly madeAt: string;
                readonly retiredAt: string | null;
              }[];
            };
          };
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not your task */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerParcelsSchemeNumber: {
    readonly parameters: {
      readonly query?: {
        /** @description A preview: nothing personal is opened, and you have not looked. */
        readonly peek?: boolean;
      };
      readonly header?: never;
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ParcelPage'];
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postOfficerParcelsSchemeNumberActs: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @enum {unknown} */
          readonly act:
            | 'claim'
            | 'unclaim'
            | 'scan'
            | 'record-scan'
            | 'examine'
            | 'record-examination'
            | 'ask'
            | 'close-question'
            | 'hold'
            | 'release'
            | 'propose-release'
            | 'confirm-release'
            | 'decline-release'
            | 'confirm-do-not-load'
            | 'reject-do-not-load'
            | 'lift-do-not-load'
            | 'refuse'
            | 'seize'
            | 'destroy'
            | 're-export';
          readonly reasonCode?: string;
          /** @description In your own words; kept encrypted. */
          readonly reason?: string;
          readonly legalGround?: string;
          readonly result?: string;
          readonly note?: string;
          readonly found?: readonly string[];
          readonly minutes?: number;
          readonly expectedVersion?: number;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ParcelPage'];
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something is missing or wrong */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerParcelsSchemeNumberEntities: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly parties: readonly {
              readonly role: string;
              /** @description Fingerprint of a party. */
              readonly party: string;
              readonly entity: string | null;
              /** @description Spellings that the entity goes by. */
              readonly parties: number;
            }[];
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerParcelsSchemeNumberEvidence: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            /** @constant */
            readonly format: 'luxor-evidence/1';
            readonly purpose: string;
            /** @description How anybody checks this file. */
            readonly verify: string;
            readonly madeAt: string;
            readonly madeBy: {
              readonly id: string;
              readonly name: string;
              readonly office: string;
            };
            readonly jurisdiction: {
              readonly id: string;
              readonly title: string;
            };
            /** @description Versions of the law the decisions were taken under. */
            readonly law: readonly string[];
            readonly parcel: {
              readonly id: string;
              readonly scheme: string;
              readonly number: string;
            };
            /** @description The parcel in words: story, facts by source, judgement with the steps of every charge; without personal content. */
            readonly page: {
              readonly [key: string]: unknown;
            };
            readonly entries: readonly {
              /** @description Counts the entries of the parcel from 1, without a gap. */
              readonly sequence: number;
              readonly at: string;
              readonly command: string;
              /** @description The entry byte by byte; null where its words are not for the person who asked: the leaf still binds them. */
              readonly body: string | null;
              /** @description Hash of the entry as the log holds it. 32 bytes, unpadded base64url. */
              readonly leaf: string;
              /** @description Place in the log; null until it is sealed. */
              readonly index: number | null;
              /** @description From the leaf to the root of the checkpoint. */
              readonly path: readonly string[];
            }[];
            readonly checkpoint: string | null;
            readonly receipts: readonly {
              readonly receipt: components['schemas']['Receipt'];
              readonly proof: {
                readonly receipt: string;
                /** @description The journal entry that holds the root, byte by byte. */
                readonly entry: string;
                /** @description Place of the entry in the log, from zero. */
                readonly index: number;
                readonly path: readonly string[];
                /** @description Signed note of C2SP tlog-checkpoint, with the lines of its witnesses. */
                readonly checkpoint: string;
              } | null;
            }[];
            readonly keys: readonly {
              readonly keyId: string;
              readonly purpose: 'receipt' | 'checkpoint' | 'quote';
              /** @description Ed25519. 32 bytes, unpadded base64url. */
              readonly publicKey: string;
              /** @description The same key as C2SP signed notes spell it; null for receipts. */
              readonly noteKey: string | null;
              readonly madeAt: string;
              readonly retiredAt: string | null;
            }[];
          };
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerParcelsSchemeNumberLedger: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly standing: string;
            readonly owed: {
              readonly amount: string;
              readonly currency: string;
            };
            /** @description Each has two sides of one amount; the oldest first. */
            readonly postings: readonly {
              /**
               * @description RFC 3339 with the offset of the office’s clock.
               * @example 2026-11-24T14:40:00+03:00
               */
              readonly at: string;
              /** @enum {unknown} */
              readonly reason: 'assessed' | 'secured' | 'reversed' | 'paid' | 'refunded' | 'repaid';
              readonly charge: string;
              readonly debit: string;
              readonly credit: string;
              readonly amount: string;
              readonly currency: string;
              readonly rule: string;
            }[];
          };
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postOfficerParcelsSchemeNumberPayments: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly amount: string;
          readonly currency: string;
          /** @description Of the bank or the till. */
          readonly reference: string;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly parcel: components['schemas']['HouseReference'];
            readonly standing: string;
            readonly owed: {
              readonly amount: string;
              readonly currency: string;
            };
            readonly stage: string;
            readonly version: number;
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postOfficerParcelsSchemeNumberRepayments: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly amount: string;
          readonly currency: string;
          /** @description Of the bank. */
          readonly reference: string;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly parcel: components['schemas']['HouseReference'];
            /** @description It had been told before, and was done once. */
            readonly known: boolean;
            readonly claim: string | null;
            readonly stage: string;
            readonly refund: {
              readonly amount: string;
              readonly currency: string;
            } | null;
            /** @description Zero where accounts were credited, or when it was paid out. */
            readonly toBePaidOut: {
              readonly amount: string;
              readonly currency: string;
            } | null;
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postOfficerParcelsSchemeNumberReturns: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @description Your own reference; the same claim sent again gets the same answer. */
          readonly claim: string;
          /** @description Id of the row of law, such as return-defective. */
          readonly ground: string;
          /** @description In whose name, in the words of the law: buyer, platform, collector, post ... */
          readonly applicant: string;
          readonly evidence?: readonly {
            /** @description In the words of the law. */
            readonly kind: string;
            /** @description Where it is found. */
            readonly reference: string;
          }[];
          /** @description Where only part of the goods goes back; all that the law repays when left out. */
          readonly charges?: readonly {
            /** @description duty, vat, gst, excise or fee. */
            readonly charge: string;
            readonly amount: string;
          }[];
          readonly outbound?: {
            /** @enum {unknown} */
            readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
            readonly number: string;
          };
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly parcel: components['schemas']['HouseReference'];
            /** @description It had been told before, and was done once. */
            readonly known: boolean;
            readonly claim: string | null;
            readonly stage: string;
            readonly refund: {
              readonly amount: string;
              readonly currency: string;
            } | null;
            /** @description Zero where accounts were credited, or when it was paid out. */
            readonly toBePaidOut: {
              readonly amount: string;
              readonly currency: string;
            } | null;
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postOfficerParcelsSchemeNumberReturnsExit: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @description Of the scan, or the number of the parcel they left in. */
          readonly reference: string;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly parcel: components['schemas']['HouseReference'];
            /** @description It had been told before, and was done once. */
            readonly known: boolean;
            readonly claim: string | null;
            readonly stage: string;
            readonly refund: {
              readonly amount: string;
              readonly currency: string;
            } | null;
            /** @description Zero where accounts were credited, or when it was paid out. */
            readonly toBePaidOut: {
              readonly amount: string;
              readonly currency: string;
            } | null;
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerParcelsSchemeNumberSelectionProofs: {
    readonly parameters: {
      readonly query: {
        readonly day: string;
      };
      readonly header?: never;
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly proofs: readonly {
              readonly day: string;
              /** @description scheme:number */
              readonly reference: string;
              readonly stratum: string;
              readonly draw: number;
              readonly bucketBits: number;
              /** @description SHA-256(key of the day || bucket). 32 bytes, unpadded base64url. */
              readonly bucketKey: string;
              readonly path: readonly string[];
              /** @description Root of the Merkle tree of RFC 6962 over the bucket keys. 32 bytes, unpadded base64url. */
              readonly commitment: string;
            }[];
            /** @description What the journal says of each decision of that day. */
            readonly recorded: readonly {
              readonly stratum: string;
              readonly draw: number;
              /** @description Draws below it are selected. */
              readonly threshold: number;
              readonly selected: boolean;
              /** @description Whether the draw is the one proven. */
              readonly agrees: boolean;
            }[];
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerQueue: {
    readonly parameters: {
      readonly query?: {
        readonly view?: 'mine' | 'unclaimed' | 'waiting' | 'all';
        readonly means?: string;
        readonly lane?:
          'release' | 'documents' | 'scan' | 'examine' | 'hold' | 'refer' | 'do-not-load';
        readonly after?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Queue'];
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerQueueChanges: {
    readonly parameters: {
      readonly query: {
        readonly since: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly new: number;
            readonly version: number;
            /**
             * @description RFC 3339 with the offset of the office’s clock.
             * @example 2026-11-24T14:40:00+03:00
             */
            readonly now: string;
          };
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerReasons: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly {
            readonly act: string;
            readonly reasonCodes: readonly {
              readonly code: string;
              readonly title: string;
            }[];
            readonly legalGrounds: readonly {
              readonly id: string;
              readonly title: string;
            }[];
            readonly appeal?: string;
            readonly results?: readonly {
              readonly code: string;
              readonly title: string;
            }[];
            readonly found?: readonly {
              readonly code: string;
              readonly title: string;
            }[];
          }[];
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerRepayments: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly parcels: readonly {
              readonly parcel: components['schemas']['HouseReference'];
              /**
               * @description RFC 3339 with the offset of the office’s clock.
               * @example 2026-11-24T14:40:00+03:00
               */
              readonly since: string;
              readonly due: {
                readonly amount: string;
                readonly currency: string;
              };
            }[];
            readonly more: boolean;
          };
        };
      };
    };
  };
  readonly getOfficerSearch: {
    readonly parameters: {
      readonly query: {
        readonly q: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly parcels: readonly {
              readonly parcel: components['schemas']['HouseReference'];
              /** @enum {unknown} */
              readonly lane:
                'release' | 'documents' | 'scan' | 'examine' | 'hold' | 'refer' | 'do-not-load';
              readonly hold: string | null;
              readonly stage: string;
              readonly dueAt: string | null;
              readonly what: string;
              readonly from: string;
              readonly firstReason: string;
              readonly claimedBy: {
                readonly id: string;
                readonly name: string;
                readonly you: boolean;
              } | null;
              readonly value: {
                readonly amount: string;
                readonly currency: string;
              } | null;
              readonly means: string | null;
              /**
               * @description RFC 3339 with the offset of the office’s clock.
               * @example 2026-11-24T14:40:00+03:00
               */
              readonly since: string;
              readonly proposal: {
                readonly by: {
                  readonly id: string;
                  readonly name: string;
                  readonly you: boolean;
                };
                /**
                 * @description RFC 3339 with the offset of the office’s clock.
                 * @example 2026-11-24T14:40:00+03:00
                 */
                readonly at: string;
                readonly you: boolean;
                readonly reason?: string;
                readonly undone?: string | null;
              } | null;
            }[];
            readonly more?: boolean;
          };
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postOfficerSelectionKeysDayHandOver: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path: {
        readonly day: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly day: string;
            /** @description The key of the day: draws of every parcel come from it. 32 bytes, unpadded base64url. */
            readonly key: string;
            readonly bucketBits: number;
            /** @description Root of the Merkle tree of RFC 6962 over the bucket keys. 32 bytes, unpadded base64url. */
            readonly commitment: string;
            /** @description Whether it was bound before the day began. */
            readonly ahead: boolean;
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerStatisticsObservations: {
    readonly parameters: {
      readonly query: {
        readonly month: string;
        readonly format?: 'json' | 'csv';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly month: string;
            /** @description The month is not over: figures will grow. */
            readonly provisional: boolean;
            /** @description Cells and their totals; a total has null below its level. A figure that could be one trader’s is kept back, and with it enough others that it cannot be reckoned. */
            readonly lines: readonly {
              readonly direction: string | null;
              readonly chapter: string | null;
              readonly commodity: string | null;
              readonly origin: string | null;
              readonly partner: string | null;
              readonly mode: string | null;
              readonly channel: string | null;
              readonly parcels: number | null;
              readonly items: number | null;
              readonly value: string | null;
              readonly currency: string;
              readonly massGrams: string | null;
              readonly suppressed: boolean;
            }[];
          };
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOfficerUnpaid: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly parcels: readonly {
              readonly parcel: components['schemas']['HouseReference'];
              /**
               * @description RFC 3339 with the offset of the office’s clock.
               * @example 2026-11-24T14:40:00+03:00
               */
              readonly since: string;
              readonly owed: {
                readonly amount: string;
                readonly currency: string;
              };
            }[];
            readonly more: boolean;
          };
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getParcelsSchemeNumber: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ParcelState'];
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postParcelsSchemeNumberReturns: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @description Your own reference; the same claim sent again gets the same answer. */
          readonly claim: string;
          /** @description Id of the row of law, such as return-defective. */
          readonly ground: string;
          /** @description In whose name, in the words of the law: buyer, platform, collector, post ... */
          readonly applicant: string;
          readonly evidence?: readonly {
            /** @description In the words of the law. */
            readonly kind: string;
            /** @description Where it is found. */
            readonly reference: string;
          }[];
          /** @description Where only part of the goods goes back; all that the law repays when left out. */
          readonly charges?: readonly {
            /** @description duty, vat, gst, excise or fee. */
            readonly charge: string;
            readonly amount: string;
          }[];
          readonly outbound?: {
            /** @enum {unknown} */
            readonly scheme: 's10' | 'house-waybill' | 'courier' | 'ucr';
            readonly number: string;
          };
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly parcel: components['schemas']['HouseReference'];
            /** @description It had been told before, and was done once. */
            readonly known: boolean;
            readonly claim: string | null;
            readonly stage: string;
            readonly refund: {
              readonly amount: string;
              readonly currency: string;
            } | null;
            /** @description Zero where accounts were credited, or when it was paid out. */
            readonly toBePaidOut: {
              readonly amount: string;
              readonly currency: string;
            } | null;
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getPublicCommodityCodes: {
    readonly parameters: {
      readonly query: {
        readonly q: string;
        /** @description A day of law; today when left out. */
        readonly on?: string;
        readonly language?: 'en' | 'fr' | 'de';
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly on: string;
            readonly codes: readonly {
              readonly code: string;
              readonly title: string;
              /** @enum {unknown} */
              readonly level: 'chapter' | 'heading' | 'subheading' | 'national';
              /**
               * @description Why it was found, the best first: the code itself, its beginning, words of its title, words people use, words of the titles above it.
               * @enum {unknown}
               */
              readonly match: 'code' | 'prefix' | 'title' | 'term' | 'above';
              /** @description From the chapter to the code itself. */
              readonly path: readonly {
                readonly code: string;
                readonly title: string;
              }[];
              /** @description Statistical units as the tariff writes them, with the code of UN/ECE Recommendation 20. */
              readonly units: readonly {
                readonly text: string;
                readonly unit: string | null;
              }[];
            }[];
            /** @description What became of a code that does not stand on the day. */
            readonly moved: {
              readonly code: string;
              /** @description The edition that had the code. */
              readonly from: string;
              readonly to: string;
              /** @description Where that is certain. */
              readonly becomes: string | null;
              readonly candidates: readonly {
                readonly code: string;
                readonly isBest: boolean;
              }[];
              readonly reason: string | null;
            } | null;
          };
        };
      };
      /** @description A value is malformed */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getPublicElements: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly pack: string;
            readonly on: string;
            readonly elements: readonly {
              /** @example items.commodityCode */
              readonly element: string;
              readonly says: string;
              /** @description Chain of WCO Data Model ids. Of a party: below the class of its role, see `roles`. */
              readonly wco: string | null;
              readonly purposes: readonly ('security' | 'clearance' | 'revenue' | 'statistics')[];
              /** @enum {unknown} */
              readonly ground: 'customs-law' | 'tax-law' | 'transport-security-law' | 'volunteered';
              /** @enum {unknown} */
              readonly controller:
                'customs' | 'customs-and-treasury' | 'customs-and-transport-security';
              /** @enum {unknown} */
              readonly heldBy:
                | 'seller'
                | 'platform'
                | 'payment-provider'
                | 'warehouse'
                | 'post'
                | 'express-carrier'
                | 'forwarder'
                | 'carrier'
                | 'handler'
                | 'broker'
                | 'buyer';
              readonly givenBy: readonly (
                | 'seller'
                | 'platform'
                | 'payment-provider'
                | 'warehouse'
                | 'post'
                | 'express-carrier'
                | 'forwarder'
                | 'carrier'
                | 'handler'
                | 'broker'
                | 'buyer'
              )[];
              /** @enum {unknown} */
              readonly knownFrom:
                'order' | 'payment' | 'dispatch' | 'loading' | 'departure' | 'arrival' | 'filing';
              /**
               * @description `message`: only within the encrypted message, and gone with the key of its day; `record`: with the parcel.
               * @enum {unknown}
               */
              readonly retention: 'message' | 'record';
              readonly recipients: readonly (
                | 'other-agencies'
                | 'treasury'
                | 'transport-security'
                | 'statistics-office'
                | 'receiver'
              )[];
              /** @description What the law in force asks: mandatory, conditional, optional or voluntary, by profile; the source stands in the pack. */
              readonly asked: readonly {
                readonly profile: string;
                readonly as: string;
                /** @enum {unknown} */
                readonly obligation: 'M' | 'C' | 'O' | 'V';
                readonly source: string;
              }[];
            }[];
            /** @description How long messages are readable: after that the key of their day is deleted. */
            readonly kept: readonly {
              readonly retentionClass: string;
              readonly years: number;
              readonly countedFrom: string;
              readonly source: string;
            }[];
            /** @description Class, id element and name element of a party in the WCO Data Model, by role. */
            readonly roles: readonly {
              readonly role: string;
              readonly party: string;
              readonly id: string;
              readonly name: string;
            }[];
          };
        };
      };
    };
  };
  readonly getPublicKeys: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly keys: readonly {
              readonly keyId: string;
              readonly purpose: 'receipt' | 'checkpoint' | 'quote';
              /** @description Ed25519. 32 bytes, unpadded base64url. */
              readonly publicKey: string;
              /** @description The same key as C2SP signed notes spell it; null for receipts. */
              readonly noteKey: string | null;
              readonly madeAt: string;
              readonly retiredAt: string | null;
            }[];
          };
        };
      };
    };
  };
  readonly getPublicLogCheckpoint: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': string;
        };
      };
    };
  };
  readonly getPublicLogConsistency: {
    readonly parameters: {
      readonly query: {
        /** @description The size of a checkpoint that you kept. */
        readonly from: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly from: number;
            /** @description The size of the checkpoint. */
            readonly to: number;
            readonly path: readonly string[];
            readonly checkpoint: string;
          };
        };
      };
    };
  };
  readonly getPublicSelectionCommitments: {
    readonly parameters: {
      readonly query?: {
        /** @description Days before this one. */
        readonly before?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly commitments: readonly {
              readonly day: string;
              /** @description Root of the Merkle tree of RFC 6962 over the bucket keys. 32 bytes, unpadded base64url. */
              readonly commitment: string;
              readonly bucketBits: number;
              /** @description RFC 3339, UTC. */
              readonly committedAt: string;
              /** @description Whether it was bound before the day began. */
              readonly ahead: boolean;
            }[];
            /** @description Ask again with it for earlier days; null at the end. */
            readonly before: string | null;
          };
        };
      };
    };
  };
  readonly getQuality: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly from: string;
            readonly to: string;
            /** @description Averages of the period, rounded down; null where nothing was sent. */
            readonly score: {
              readonly timeliness: number;
              readonly accuracy: number;
              readonly completeness: number;
              readonly consistency: number;
              readonly total: number;
              readonly statements: number;
            } | null;
            /** @description Days on which something was sent. Today grows; figures are some minutes old. */
            readonly days: readonly {
              readonly day: string;
              readonly timeliness: number;
              readonly accuracy: number;
              readonly completeness: number;
              readonly consistency: number;
              readonly total: number;
              readonly statements: number;
            }[];
            /** @description What lowers the score most often, with what to do about it. */
            readonly findings: readonly {
              readonly code: string;
              readonly statements: number;
              readonly fix: string;
              readonly measures: string;
            }[];
          };
        };
      };
    };
  };
  readonly postQuotes: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @description Where the goods go. ISO 3166-1 alpha-2. */
          readonly to: string;
          /** @description Where they are bought from. ISO 3166-1 alpha-2. */
          readonly from: string;
          /** @description Where they are sent from, if not from there. ISO 3166-1 alpha-2. */
          readonly shippedFrom?: string;
          /** @description Day on which they will be declared; today when left out. */
          readonly on?: string;
          readonly goods: readonly {
            /** @description What it is, in plain words. */
            readonly description?: string;
            /** @description Six digits of the Harmonized System or more. */
            readonly commodityCode?: string;
            /** @description Codes that it may have, the likeliest first; the answer is then a range. */
            readonly commodityCodes?: readonly string[];
            /** @description Where it was made; else where it is bought from. ISO 3166-1 alpha-2. */
            readonly origin?: string;
            /** @description Price of all pieces of this kind, without freight and insurance. */
            readonly value: {
              /** @description Decimal string, never a number. */
              readonly amount: string;
              /** @description ISO 4217. */
              readonly currency: string;
            };
            /** @description Number of pieces. */
            readonly quantity?: number;
            /** @description Net weight of all pieces. */
            readonly weight?: {
              /** @description Decimal string. */
              readonly value: string;
              /**
               * @description Kilograms or grams, as UN/ECE Recommendation 20 has them.
               * @enum {unknown}
               */
              readonly unit: 'KGM' | 'GRM';
            };
            readonly licences?: readonly string[];
          }[];
          /**
           * @description How they come; `air` is an express carrier’s.
           * @enum {unknown}
           */
          readonly mode?: 'post' | 'air' | 'sea' | 'road';
          /**
           * @description Why they are sent; a sale when left out.
           * @enum {unknown}
           */
          readonly nature?:
            | 'sale'
            | 'gift'
            | 'sample'
            | 'documents'
            | 'return'
            | 'personal-effects'
            | 'mixed'
            | 'other';
          /** @description What is paid for the transport. */
          readonly freight?: {
            /** @description Decimal string, never a number. */
            readonly amount: string;
            /** @description ISO 4217. */
            readonly currency: string;
          };
          /** @description What is paid for insurance. */
          readonly insurance?: {
            /** @description Decimal string, never a number. */
            readonly amount: string;
            /** @description ISO 4217. */
            readonly currency: string;
          };
          /**
           * @description Who sells.
           * @enum {unknown}
           */
          readonly seller?: 'business' | 'person';
          /** @description Number under which the seller or platform collects charges at sale, or `scheme:number`. */
          readonly collector?: string;
          /** @description Gross weight of the parcel. */
          readonly weight?: {
            /** @description Decimal string. */
            readonly value: string;
            /**
             * @description Kilograms or grams, as UN/ECE Recommendation 20 has them.
             * @enum {unknown}
             */
            readonly unit: 'KGM' | 'GRM';
          };
          readonly packages?: number;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            /** @description Its number, to be stated as `fiscal.quote` of the parcel; null for an estimate. */
            readonly quote: string | null;
            /** @enum {unknown} */
            readonly status: 'binding' | 'estimate';
            /** @description Why it is an estimate; empty when it binds. */
            readonly because: readonly (
              | 'rows-unverified'
              | 'incomplete'
              | 'goods-uncertain'
              | 'way-uncertain'
              | 'seller-uncertain'
              | 'goods-prohibited'
              | 'day-past'
              | 'day-far'
              | 'elsewhere'
              | 'not-issued'
            )[];
            readonly pack: string;
            /** @description 'pack@version', the version being the digest of all its rows. */
            readonly law: string;
            readonly on: string;
            readonly issuedAt: string;
            /** @description First day of a taxable event for which it holds. */
            readonly validFrom: string;
            /** @description The first day for which it holds no more. */
            readonly validUntil: string;
            /** @description Immediate Release category. */
            readonly category: number;
            readonly currency: string;
            /** @description Decimal text in the currency of the quote. */
            readonly total: string;
            /** @description Decimal text in the currency of the quote. */
            readonly atSale: string;
            /** @description Decimal text in the currency of the quote. */
            readonly atDelivery: string;
            readonly collector: {
              readonly scheme: string;
              readonly model: string;
              readonly rule: string;
              readonly source: string;
              readonly title: string;
              readonly permalink: string;
            } | null;
            readonly lines: readonly {
              /** @enum {unknown} */
              readonly charge: 'duty' | 'vat' | 'gst' | 'excise' | 'fee';
              /** @description Decimal text in the currency of the quote. */
              readonly amount: string;
              /** @description Index of the goods; null where it falls on the parcel as a whole. */
              readonly item: number | null;
              /**
               * @description Paid to the seller, or on delivery.
               * @enum {unknown}
               */
              readonly place: 'at-sale' | 'at-border';
              readonly rule: string;
              readonly source: string;
              readonly title: string;
              readonly permalink: string;
              /** @description Whether somebody read the primary source of the row. */
              readonly verified: boolean;
              readonly steps: readonly {
                readonly what: string;
                readonly base?: string;
                readonly rate?: string;
                readonly result: string;
                readonly rule: string;
              }[];
            }[];
            /** @description Charges that the law does not ask for, and the limit below which it does not. */
            readonly spared: readonly {
              /** @enum {unknown} */
              readonly charge: 'duty' | 'vat' | 'gst' | 'excise' | 'fee';
              /** @description Decimal text in the currency of the quote. */
              readonly limit: string;
              readonly rule: string;
              readonly source: string;
              readonly title: string;
              readonly permalink: string;
            }[];
            readonly range: {
              /** @description Decimal text in the currency of the quote. */
              readonly low: string;
              /** @description Decimal text in the currency of the quote. */
              readonly high: string;
              /** @description The facts that would settle it, the weightiest first. */
              readonly settledBy: readonly {
                readonly fact: string;
                readonly options: readonly {
                  readonly says: string;
                  /** @description Decimal text in the currency of the quote. */
                  readonly total: string;
                }[];
              }[];
            } | null;
            readonly prohibitions: readonly {
              readonly category: string;
              readonly action: string;
              readonly agency: string;
              readonly licence: string | null;
              readonly items: readonly number[];
              readonly rule: string;
              readonly source: string;
              readonly title: string;
              readonly permalink: string;
            }[];
            /** @description What the declaration has to state. */
            readonly documents: readonly {
              readonly element: string;
              readonly says: string;
              /** @enum {unknown} */
              readonly obligation: 'M' | 'C' | 'O' | 'V';
              readonly source: string;
            }[];
            /** @description Ids of the rows of law that keep it from binding. */
            readonly unverified: readonly string[];
            /** @description The facts that the figures can depend on; a parcel that is alike in them owes the same. */
            readonly facts: {
              readonly [key: string]: unknown;
            };
            /** @description SHA-256 over `facts` in canonical JSON, in hex. */
            readonly factDigest: string;
            readonly findings: readonly components['schemas']['Finding'][];
            readonly signature: {
              /** @description Which key of /v1/public/keys signed. */
              readonly keyId: string;
              /** @description Ed25519 over "luxor-quote/v1", a line feed and this document in canonical JSON with `signature` null. 64 bytes, unpadded base64url. */
              readonly value: string;
            } | null;
          };
        };
      };
      /** @description Something is missing or wrong */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Status 503 */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getQuotesId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            /** @description Its number, to be stated as `fiscal.quote` of the parcel; null for an estimate. */
            readonly quote: string | null;
            /** @enum {unknown} */
            readonly status: 'binding' | 'estimate';
            /** @description Why it is an estimate; empty when it binds. */
            readonly because: readonly (
              | 'rows-unverified'
              | 'incomplete'
              | 'goods-uncertain'
              | 'way-uncertain'
              | 'seller-uncertain'
              | 'goods-prohibited'
              | 'day-past'
              | 'day-far'
              | 'elsewhere'
              | 'not-issued'
            )[];
            readonly pack: string;
            /** @description 'pack@version', the version being the digest of all its rows. */
            readonly law: string;
            readonly on: string;
            readonly issuedAt: string;
            /** @description First day of a taxable event for which it holds. */
            readonly validFrom: string;
            /** @description The first day for which it holds no more. */
            readonly validUntil: string;
            /** @description Immediate Release category. */
            readonly category: number;
            readonly currency: string;
            /** @description Decimal text in the currency of the quote. */
            readonly total: string;
            /** @description Decimal text in the currency of the quote. */
            readonly atSale: string;
            /** @description Decimal text in the currency of the quote. */
            readonly atDelivery: string;
            readonly collector: {
              readonly scheme: string;
              readonly model: string;
              readonly rule: string;
              readonly source: string;
              readonly title: string;
              readonly permalink: string;
            } | null;
            readonly lines: readonly {
              /** @enum {unknown} */
              readonly charge: 'duty' | 'vat' | 'gst' | 'excise' | 'fee';
              /** @description Decimal text in the currency of the quote. */
              readonly amount: string;
              /** @description Index of the goods; null where it falls on the parcel as a whole. */
              readonly item: number | null;
              /**
               * @description Paid to the seller, or on delivery.
               * @enum {unknown}
               */
              readonly place: 'at-sale' | 'at-border';
              readonly rule: string;
              readonly source: string;
              readonly title: string;
              readonly permalink: string;
              /** @description Whether somebody read the primary source of the row. */
              readonly verified: boolean;
              readonly steps: readonly {
                readonly what: string;
                readonly base?: string;
                readonly rate?: string;
                readonly result: string;
                readonly rule: string;
              }[];
            }[];
            /** @description Charges that the law does not ask for, and the limit below which it does not. */
            readonly spared: readonly {
              /** @enum {unknown} */
              readonly charge: 'duty' | 'vat' | 'gst' | 'excise' | 'fee';
              /** @description Decimal text in the currency of the quote. */
              readonly limit: string;
              readonly rule: string;
              readonly source: string;
              readonly title: string;
              readonly permalink: string;
            }[];
            readonly range: {
              /** @description Decimal text in the currency of the quote. */
              readonly low: string;
              /** @description Decimal text in the currency of the quote. */
              readonly high: string;
              /** @description The facts that would settle it, the weightiest first. */
              readonly settledBy: readonly {
                readonly fact: string;
                readonly options: readonly {
                  readonly says: string;
                  /** @description Decimal text in the currency of the quote. */
                  readonly total: string;
                }[];
              }[];
            } | null;
            readonly prohibitions: readonly {
              readonly category: string;
              readonly action: string;
              readonly agency: string;
              readonly licence: string | null;
              readonly items: readonly number[];
              readonly rule: string;
              readonly source: string;
              readonly title: string;
              readonly permalink: string;
            }[];
            /** @description What the declaration has to state. */
            readonly documents: readonly {
              readonly element: string;
              readonly says: string;
              /** @enum {unknown} */
              readonly obligation: 'M' | 'C' | 'O' | 'V';
              readonly source: string;
            }[];
            /** @description Ids of the rows of law that keep it from binding. */
            readonly unverified: readonly string[];
            /** @description The facts that the figures can depend on; a parcel that is alike in them owes the same. */
            readonly facts: {
              readonly [key: string]: unknown;
            };
            /** @description SHA-256 over `facts` in canonical JSON, in hex. */
            readonly factDigest: string;
            readonly findings: readonly components['schemas']['Finding'][];
            readonly signature: {
              /** @description Which key of /v1/public/keys signed. */
              readonly keyId: string;
              /** @description Ed25519 over "luxor-quote/v1", a line feed and this document in canonical JSON with `signature` null. 64 bytes, unpadded base64url. */
              readonly value: string;
            } | null;
          };
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getReceiptsId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Receipt'];
        };
      };
    };
  };
  readonly getReceiptsIdProof: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly receipt: string;
            /** @description The journal entry that holds the root, byte by byte. */
            readonly entry: string;
            /** @description Place of the entry in the log, from zero. */
            readonly index: number;
            readonly path: readonly string[];
            /** @description Signed note of C2SP tlog-checkpoint, with the lines of its witnesses. */
            readonly checkpoint: string;
          };
        };
      };
    };
  };
  readonly getSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Session'];
        };
      };
      /** @description Nobody is signed in */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly person: string;
        };
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Session'];
        };
      };
      /** @description Not your task */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly deleteSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'x-luxor-csrf': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly getSessionPeople: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly {
            readonly id: string;
            readonly name: string;
            readonly roles: readonly string[];
            readonly office: {
              readonly code: string;
              readonly name: string;
            };
          }[];
        };
      };
      /** @description Not your task */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getStatisticsObservations: {
    readonly parameters: {
      readonly query: {
        readonly month: string;
        readonly format?: 'json' | 'csv';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly month: string;
            /** @description The month is not over: figures will grow. */
            readonly provisional: boolean;
            /** @description Cells and their totals; a total has null below its level. A figure that could be one trader’s is kept back, and with it enough others that it cannot be reckoned. */
            readonly lines: readonly {
              readonly direction: string | null;
              readonly chapter: string | null;
              readonly commodity: string | null;
              readonly origin: string | null;
              readonly partner: string | null;
              readonly mode: string | null;
              readonly channel: string | null;
              readonly parcels: number | null;
              readonly items: number | null;
              readonly value: string | null;
              readonly currency: string;
              readonly massGrams: string | null;
              readonly suppressed: boolean;
            }[];
          };
        };
      };
      /** @description The state of things does not allow it */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getStatisticsReleaseTimes: {
    readonly parameters: {
      readonly query: {
        readonly day: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly day: string;
            /** @description Whole seconds from arrival to release. */
            readonly categories: readonly {
              readonly category: number;
              readonly parcels: number;
              readonly p50: number;
              readonly p90: number;
              readonly p99: number;
            }[];
          };
        };
      };
      /** @description A value is malformed */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postSubmissions: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['Submission'];
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SubmissionAnswer'];
        };
      };
      /** @description Recorded */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SubmissionAnswer'];
        };
      };
      /** @description Something is missing or wrong */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postSubmissionsBatch: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/x-ndjson': components['schemas']['Submission'];
        readonly 'text/csv': unknown;
        readonly 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': unknown;
      };
    };
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/x-ndjson': components['schemas']['SubmissionAnswer'];
        };
      };
      /** @description Status 415 */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Status 429 */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getSubmissionsMessageId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly messageId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The answer */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SubmissionAnswer'];
        };
      };
      /** @description There is no such thing */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
