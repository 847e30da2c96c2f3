/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Who acts: a person by the kind of the account, or the system of an agency. */
export type ActorKind =
  /** Lähettävän tahon järjestelmä · Remitterande parts system · System of an agency */
  | 'AGENCY'
  /** Huoltaja tai edustaja · Vårdnadshavare eller företrädare · Guardian or representative */
  | 'GUARDIAN'
  /** Lähettävän tahon yhteyshenkilö · Remitterande parts kontaktperson · Official of an agency */
  | 'OFFICIAL'
  /** Palvelu itse · Tjänsten själv · The service itself */
  | 'SERVICE'
  /** Työntekijä · Medarbetare · Employee */
  | 'STAFF'
  /** Valmentautuja · Klient · Trainee */
  | 'TRAINEE'
  /** Työpaikan edustaja · Arbetsplatsens företrädare · Person of a workplace */
  | 'WORKPLACE';

/** States of an Attendance. */
export type AttendanceState =
  /** Vahvistettu · Bekräftad · Confirmed */
  | 'CONFIRMED'
  /** Lukittu · Låst · Locked */
  | 'LOCKED'
  /** Suunniteltu · Planerad · Planned */
  | 'PLANNED'
  /** Kirjattu · Antecknad · Recorded */
  | 'RECORDED';

/** States of a Consent. */
export type ConsentState =
  /** Kieltäytynyt · Nekat · Declined */
  | 'DECLINED'
  /** Vanhentunut · Upphört · Expired */
  | 'EXPIRED'
  /** Annettu · Givet · Given */
  | 'GIVEN'
  /** Pyydetty · Begärt · Requested */
  | 'REQUESTED'
  /** Korvattu · Ersatt · Superseded */
  | 'SUPERSEDED'
  /** Peruttu · Återkallat · Withdrawn */
  | 'WITHDRAWN';

/** States of a Contract. */
export type ContractState =
  /** Voimassa · I kraft · Active */
  | 'ACTIVE'
  /** Odottaa allekirjoituksia · Väntar på underskrifter · Awaiting signatures */
  | 'AWAITING_SIGNATURES'
  /** Luonnos · Utkast · Draft */
  | 'DRAFT'
  /** Päättynyt · Avslutat · Ended */
  | 'ENDED'
  /** Korvattu · Ersatt · Superseded */
  | 'SUPERSEDED'
  /** Keskeytetty · Avbrutet · Suspended */
  | 'SUSPENDED'
  /** Purettu · Hävt · Terminated */
  | 'TERMINATED'
  /** Peruttu · Återtaget · Withdrawn */
  | 'WITHDRAWN';

/** What a new DataRequest holds. */
export type CreateDataRequestInput = {
  /** What the person is answered. */
  answer?: string | null | undefined;
  /** How it came. */
  channel?: string | null | undefined;
  /** Who asks; a trainee asks for oneself. */
  clientId?: string | number | null | undefined;
  /** One or two; two when nothing is said. */
  extensionMonths?: number | null | undefined;
  /** Which right the person uses. */
  kind: DataRequestKind;
  /** From when the log is shown; two years back when nothing is said. */
  logFrom?: string | null | undefined;
  /** Why older log data is given. */
  logSpecialReason?: string | null | undefined;
  /** When it came, also when it was found late; the month counts from here. */
  receivedOn?: string | null | undefined;
  /** Which register; without one, the register of the person's relationship. */
  registerId?: string | number | null | undefined;
  /** What could not be erased, and why. */
  remains?: Array<RemainingInput> | null | undefined;
  /** By whose right a guardian asks for the person; a guardian's own when the guardian asks here. */
  representationId?: string | number | null | undefined;
  /** In the person's own words. */
  requestText?: string | null | undefined;
};

/** Which right a person uses. Source: GDPR articles 15–21. */
export type DataRequestKind =
  /** Omien tietojen tarkastus · Insyn i egna uppgifter · Access to one's data */
  | 'ACCESS'
  /** Tietojen poistaminen · Radering av uppgifter · Erasure of data */
  | 'ERASE'
  /** Kuka on katsonut tietojani · Vem har sett mina uppgifter · Who has looked at my data */
  | 'LOG_ACCESS'
  /** Käsittelyn vastustaminen · Invändning mot behandling · Objection to processing */
  | 'OBJECT'
  /** Tietojen siirtäminen · Överföring av uppgifter · Portability of data */
  | 'PORT'
  /** Tiedon korjaaminen · Rättelse av uppgift · Correction of data */
  | 'RECTIFY'
  /** Käsittelyn rajoittaminen · Begränsning av behandling · Restriction of processing */
  | 'RESTRICT';

/** States of a DataRequest. */
export type DataRequestState =
  /** Suljettu · Avslutad · Closed */
  | 'CLOSED'
  /** Määräaikaa jatkettu · Tiden förlängd · Extended */
  | 'EXTENDED'
  /** Toteutettu · Tillgodosedd · Fulfilled */
  | 'FULFILLED'
  /** Henkilöllisyys tarkistetaan · Identiteten kontrolleras · Identity check */
  | 'IDENTITY_CHECK'
  /** Käsittelyssä · Under behandling · In progress */
  | 'IN_PROGRESS'
  /** Toteutettu osittain · Delvis tillgodosedd · Partly fulfilled */
  | 'PARTLY'
  /** Vastaanotettu · Mottagen · Received */
  | 'RECEIVED'
  /** Hylätty · Avslagen · Refused */
  | 'REFUSED'
  /** Peruttu · Återtagen · Withdrawn */
  | 'WITHDRAWN';

/** Every code by which something is refused; docs/errors.md has the messages. */
export type ErrorCode =
  /** You may not judge an anomaly about yourself. */
  | 'ABOUT_ONESELF'
  /** {days} days of the report have changed since. Take the report back to draft, and make the drafts again. */
  | 'ABSENCES_CHANGED'
  /** Settle the reason of the absence first. */
  | 'ABSENCE_PENDING'
  /** The client's account is disabled. End the access and reopen it before a new password. */
  | 'ACCESS_CLOSED'
  /** Support access ends before it starts, or is over already. Correct the times. */
  | 'ACCESS_ENDS_EARLY'
  /** You have emergency access to this client open already. Use that, or end it first. */
  | 'ACCESS_OPEN'
  /** You have acknowledged this version already. */
  | 'ACKNOWLEDGED_ALREADY'
  /** A representative changed the client's e-mail address last and would get the link. Hand the link to the client yourself, or correct the address first. */
  | 'ADDRESS_BY_GUARDIAN'
  /** Who asks or confirms has changed the address to which the link goes. Ask another person, or the operator uses `run.py account`. */
  | 'ADDRESS_CHANGED'
  /** Give from 1 to {most} addresses. */
  | 'ADDRESS_COUNT'
  /** Address {number} has a fragment (#). Remove it. */
  | 'ADDRESS_FRAGMENT'
  /** Address {number} is malformed. Write the whole address without spaces, in ASCII, at most 390 characters. */
  | 'ADDRESS_MALFORMED'
  /** Address {number} is not safe. Use https, http://127.0.0.1 or http://[::1], or a scheme of the application's own like com.example.app:/path. */
  | 'ADDRESS_UNSAFE'
  /** Address {number} names a user. Remove it. */
  | 'ADDRESS_USER'
  /** Address {number} has a wildcard. List each address in full. */
  | 'ADDRESS_WILDCARD'
  /** The keys are not accepted: give public signing keys with ids. */
  | 'AGENCY_CLIENT_REFUSED'
  /** The proposal has been carried out already. */
  | 'ALREADY_CARRIED_OUT'
  /** It is listed already: change that entry. */
  | 'ALREADY_LISTED'
  /** The installation is set up: there is an organisation. Invite more people as administrator, or use run.py account. */
  | 'ALREADY_SET_UP'
  /** Another person must do this. */
  | 'ANOTHER_PERSON'
  /** The answers are not of the right form. */
  | 'ANSWERS_REFUSED'
  /** A required answer is missing. */
  | 'ANSWER_MISSING'
  /** The field does not take this answer. */
  | 'ANSWER_REFUSED'
  /** The arrival is not on the day that is recorded. */
  | 'ARRIVAL_ON_ANOTHER_DAY'
  /** The same command was under way. Send it again with the same key. */
  | 'ASKED_TWICE'
  /** An argument is out of its bounds. */
  | 'BAD_ARGUMENT'
  /** The cursor is not of this list. Ask again without it. */
  | 'BAD_CURSOR'
  /** The body, the variables or the name of the operation is not of the right form. */
  | 'BAD_REQUEST'
  /** The day of death is before the date of birth. Check the days. */
  | 'BEFORE_BIRTH'
  /** This right does not cover: {matters}. Take these out, or change the kind of right. */
  | 'BEYOND_RIGHT'
  /** The body ended early. Try again. */
  | 'BODY_CUT_OFF'
  /** The body is larger than was announced or is accepted. */
  | 'BODY_TOO_LONG'
  /** The body took too long. Try again. */
  | 'BODY_TOO_SLOW'
  /** The breach still lacks: {missing}. Fill them in first. */
  | 'BREACH_INCOMPLETE'
  /** First record whose looks it is about (account, OAuth client or token), and in which period. */
  | 'BREACH_NOT_IN_LOG'
  /** The business id is not valid. */
  | 'BUSINESS_ID_MALFORMED'
  /** The business id is in use already. Check it, or change the organisation that has it. */
  | 'BUSINESS_ID_TAKEN'
  /** The service has a lot to do right now, and nothing was saved. Try again in a moment. */
  | 'BUSY'
  /** The cell has the error of a formula, for instance #N/A. */
  | 'CELL_ERROR'
  /** The cell has a formula without a result. Open the file in Excel and save it. */
  | 'CELL_FORMULA'
  /** The certificate ends before this day. */
  | 'CERTIFICATE_BEFORE_DAY'
  /** The certificate of participation is not issued yet. Request it first. */
  | 'CERTIFICATE_MISSING'
  /** The certificate of participation was asked for already. The coach or the supervisor issues it once the programme has ended. */
  | 'CERTIFICATE_REQUESTED'
  /** A certificate belongs to a day of absence only. */
  | 'CERTIFICATE_WITHOUT_ABSENCE'
  /** No day of the programme is recorded as present, so no certificate can be issued. Check the records. */
  | 'CERTIFICATE_WITHOUT_DAYS'
  /** Something open would lie outside the period ({children}). Change its days first. */
  | 'CHILDREN_OUTSIDE'
  /** A safety restriction is lifted only by staff who are cleared for protected data. */
  | 'CLEARED_ONLY'
  /** The referral has no client. */
  | 'CLIENT_MISSING'
  /** The client's coach or supervisor has ended the access, and opens it again too. */
  | 'CLOSED_BY_COACH'
  /** Choose the responsible coach. */
  | 'COACH_MISSING'
  /** The clients no longer have the same identity code: it was corrected. The row closes by itself within minutes. */
  | 'CODES_DIFFER'
  /** Choose the code of the day. */
  | 'CODE_MISSING'
  /** This reason is recorded by the coach. */
  | 'CODE_NOT_FOR_YOU'
  /** The attendance codes have no single code in use for this. Ask the administrator to check them. */
  | 'CODE_NOT_SET_UP'
  /** The identity code could not be stored just now. Try again. */
  | 'CODE_NOT_STORED'
  /** A day with this code has no hours. Clear the minutes and the times, or change the code. */
  | 'CODE_WITHOUT_HOURS'
  /** A purge keeps no free text: it would stay. */
  | 'COMMENT_NOT_KEPT'
  /** A comment is required. */
  | 'COMMENT_REQUIRED'
  /** Conditions are fields with operators, 20 at most. */
  | 'CONDITIONS_REFUSED'
  /** The condition on {field} is not kept: only states, choices, yes or no, and days, nothing of anybody. */
  | 'CONDITION_NOT_KEPT'
  /** The consent lacks a value, or its time is over: {field}. */
  | 'CONSENT_INCOMPLETE'
  /** No consent is in force and there is no statutory basis. */
  | 'CONSENT_NOT_IN_FORCE'
  /** On the day of the consent version {version} of the text is in force. Show it to the person and name it (textVersion). */
  | 'CONSENT_TEXT_NOT_IN_FORCE'
  /** The database does not accept the data ({constraint}, {fields}). Check the values; if they are right, tell the administrator. */
  | 'CONSTRAINT'
  /** Send application/json. */
  | 'CONTENT_TYPE_REFUSED'
  /** The contract is not in force. No day is added to it; a locked day may be corrected. */
  | 'CONTRACT_NOT_IN_FORCE'
  /** A working copy is open already. */
  | 'COPY_OPEN'
  /** The day has been corrected already. Correct the correction. */
  | 'CORRECTED_ALREADY'
  /** The country is not known. */
  | 'COUNTRY_UNKNOWN'
  /** The header X-CSRF-Token does not belong to this session. */
  | 'CSRF_REFUSED'
  /** The database does not answer right now. Try again in a moment. */
  | 'DATABASE_FAILURE'
  /** The database did not answer in time, and nothing was saved. Try again in a moment. */
  | 'DATABASE_TIMEOUT'
  /** The database cannot be reached right now. Nothing was saved. Try again in a moment. */
  | 'DATABASE_UNAVAILABLE'
  /** The date does not tell which number is the day. Write it as 31.1.2026. */
  | 'DATE_AMBIGUOUS'
  /** There is no such day, or it is not written as 2026-01-31 or 31.1.2026. */
  | 'DATE_MALFORMED'
  /** The date of birth is not the one in the personal identity code. */
  | 'DATE_OF_BIRTH_DISAGREES'
  /** The date of birth is in the future. */
  | 'DATE_OF_BIRTH_IN_FUTURE'
  /** The date of birth is more than 120 years ago. Check the year. */
  | 'DATE_OF_BIRTH_TOO_LONG_AGO'
  /** The day is not between 1900 and 2200. */
  | 'DATE_OUT_OF_BOUNDS'
  /** Days of a person under a safety restriction are added by staff who are cleared for protected data. */
  | 'DAYS_PROTECTED'
  /** The month has {days} days that are not confirmed. Confirm them first. */
  | 'DAYS_UNCONFIRMED'
  /** The month has unsettled days: {planned} not recorded, {pending} with a reason not known, {unpaired} swapped without a pair, {disagreeing} with fields that disagree. Settle them first. */
  | 'DAYS_UNSETTLED'
  /** The day has passed: give today or a later day. */
  | 'DAY_PAST'
  /** The contract has that day already. Change that one. */
  | 'DAY_TAKEN'
  /** The day has not come yet. */
  | 'DAY_TO_COME'
  /** The 72 hours ended at {due}. First record the reason of the delay. */
  | 'DELAY_UNEXPLAINED'
  /** The departure is before the arrival. */
  | 'DEPARTURE_BEFORE_ARRIVAL'
  /** The departure is on the day that is recorded, or on the next morning before noon. */
  | 'DEPARTURE_ON_ANOTHER_DAY'
  /** You may ask listed documents only: those of the service's pages and examples, a system also those registered for it. */
  | 'DOCUMENT_NOT_TRUSTED'
  /** The document {name} is no GraphQL document with an operation. Check its text. */
  | 'DOCUMENT_UNREADABLE'
  /** This report corrects a report that has not been sent. Send that one first. */
  | 'EARLIER_REPORT_UNSENT'
  /** The attendance code lacks effects on which people's benefits depend: {effects}. */
  | 'EFFECTS_MISSING'
  /** An attendance code cannot have these effects or values: {effects}. */
  | 'EFFECT_UNKNOWN'
  /** The e-mail address is not valid. */
  | 'EMAIL_MALFORMED'
  /** It ends before it starts. */
  | 'ENDS_BEFORE_START'
  /** The same day is given twice. */
  | 'ENTRY_TWICE'
  /** The data has not been erased yet. */
  | 'ERASURE_PENDING'
  /** The erasure of this person is proposed already. Approve it or cancel it first. */
  | 'ERASURE_PROPOSED'
  /** The data is being erased: it can no longer be taken back. */
  | 'ERASURE_UNDER_WAY'
  /** Say where the signed paper is. */
  | 'EVIDENCE_MISSING'
  /** The person has been told of the extension already. */
  | 'EXTENDED_ALREADY'
  /** You may not change {field} here: your role alone does not do, because the field is restricted. Ask the unit. */
  | 'FIELD_WITHHELD'
  /** This file is being sent already. Wait until that has ended. */
  | 'FILE_BEING_SENT'
  /** The file is not the one that was announced. Send it again. */
  | 'FILE_DIGEST_REFUSED'
  /** The file has a password and cannot be checked. Remove the password and send it again. */
  | 'FILE_ENCRYPTED'
  /** The file has macros. Save it without macros, or as a PDF, and send it again. */
  | 'FILE_HAS_MACROS'
  /** The file has other files or parts of programs inside. Send them on their own, or print the file to a new PDF. */
  | 'FILE_HAS_OBJECTS'
  /** The virus scanner found a harmful program in the file. It is neither kept nor handed out. Check the device that it came from, and tell the administrator. */
  | 'FILE_INFECTED'
  /** The file has another file at its beginning, at its end or between its parts. Open it in its own program, save it again and send what was saved. */
  | 'FILE_IS_TWO_FILES'
  /** The file fetches parts from elsewhere when it is opened: a template, a picture or data. Save them in the file, or print it to a new PDF. */
  | 'FILE_LOADS_FROM_ELSEWHERE'
  /** The file is damaged or put together in an unusual way. Open it in its own program, save it again and send what was saved. */
  | 'FILE_MALFORMED'
  /** The file waits for the virus scanner and is not handed out before. Try again in a few minutes. */
  | 'FILE_NOT_SCANNED'
  /** The file is not text. Save it as text (UTF-8) and send it again. */
  | 'FILE_NOT_TEXT'
  /** The file has commands that start something. Print it to a new PDF and send that. */
  | 'FILE_RUNS_SOMETHING'
  /** The file is empty or too large. */
  | 'FILE_TOO_LARGE'
  /** The type of the file is not accepted or is not what it says. Accepted: pdf, png, jpg, heic, docx, odt, xlsx, txt, csv. */
  | 'FILE_TYPE_REFUSED'
  /** The file unpacks to too much. Make its pictures smaller, or divide it. */
  | 'FILE_UNPACKS_TOO_LARGE'
  /** The file does not open. Tell the administrator. */
  | 'FILE_UNREADABLE'
  /** Your role or the scope of your token does not allow this, or you have not accepted the undertaking yet. */
  | 'FORBIDDEN'
  /** You may not change {field} while the state is {state}. Who may then change it: {roles}. */
  | 'FORBIDDEN_FIELD'
  /** The field stands in two sections. */
  | 'FORM_FIELD_TWICE'
  /** The field stands in no section, so nobody could read it. */
  | 'FORM_FIELD_UNCOVERED'
  /** The form has no such field. */
  | 'FORM_FIELD_UNKNOWN'
  /** The form is not of the JSON Schema that is accepted. */
  | 'FORM_SCHEMA_REFUSED'
  /** The field lacks its titles in Finnish, Swedish and English. */
  | 'FORM_TITLES_MISSING'
  /** The form is longer than any form of the service. Go back to the page and fill it in again. */
  | 'FORM_TOO_LONG'
  /** The gender is not known. */
  | 'GENDER_UNKNOWN'
  /** The document has a syntax error. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document has what the schema has not, or what this caller may never read. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** A group note is about 1 to {most} clients. Divide a larger group into several notes. */
  | 'GROUP_SIZE'
  /** The guardian is not told this: the right has ended, or a safety restriction, a restriction of processing or the minor's own ban forbids it. Do not tell the guardian, and note why. */
  | 'GUARDIAN_NOT_TOLD'
  /** The person has an account already. Send a password link, or enable the disabled account. */
  | 'HAS_ACCOUNT'
  /** There are too many headers: at most {count} with {bytes} bytes together. */
  | 'HEADERS_TOO_LONG'
  /** That is no host name. */
  | 'HOST_MALFORMED'
  /** Name the host of the service in one Host header. */
  | 'HOST_MISSING'
  /** The service does not have this name. Check the address. */
  | 'HOST_UNKNOWN'
  /** The key was used for another command already. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The personal identity code is artificial (900–999). */
  | 'IDENTITY_CODE_ARTIFICIAL'
  /** The check character of the personal identity code is wrong. */
  | 'IDENTITY_CODE_CHECK_WRONG'
  /** The day or individual number of the personal identity code is impossible. */
  | 'IDENTITY_CODE_IMPOSSIBLE'
  /** The personal identity code is not of the form DDMMYY-NNNC. */
  | 'IDENTITY_CODE_MALFORMED'
  /** The same personal identity code stands earlier in the file. */
  | 'IDENTITY_CODE_REPEATED'
  /** The personal identity code is already in the register. Check it or search the person by it. */
  | 'IDENTITY_CODE_TAKEN'
  /** Establish first who asks. */
  | 'IDENTITY_NOT_PROVEN'
  /** The file or the options were changed after the check: check again before the import. */
  | 'IMPORT_CHANGED'
  /** Add the file that is to be imported first. */
  | 'IMPORT_FILE_MISSING'
  /** The import has several files: remove all but the one that is to be imported. */
  | 'IMPORT_FILE_UNCLEAR'
  /** A day with a time is written as 2026-01-31T08:00:00+02:00. */
  | 'INSTANT_MALFORMED'
  /** The moment is not between 1900 and 2200. */
  | 'INSTANT_OUT_OF_BOUNDS'
  /** The time lacks its offset from UTC. Add it: 2026-01-31T08:00:00+02:00 is Finnish time in winter, Z at the end is UTC. */
  | 'INSTANT_WITHOUT_OFFSET'
  /** Unexpected error. Report the id {id} to the administrator. */
  | 'INTERNAL'
  /** The invitation opens an account whose role two people grant. The operator makes a new link: `run.py account invite`. */
  | 'INVITATION_BY_OPERATOR'
  /** Name one: a staff member, an agency or a workplace. */
  | 'INVITES_ONE'
  /** The day is in the future. Give today or an earlier day. */
  | 'IN_THE_FUTURE'
  /** Other objects hang on it. Delete those first. */
  | 'IN_USE'
  /** Some corrections were refused: fulfil the request partly. */
  | 'ITEMS_REFUSED'
  /** Decide on every correction first. */
  | 'ITEMS_UNDECIDED'
  /** The keys of the service are being changed, and this part of it does not know the new one yet. Nothing was saved. Try again later. */
  | 'KEYS_CHANGING'
  /** The language is not known. */
  | 'LANGUAGE_UNKNOWN'
  /** Nobody else holds the role: {roles}. Grant it to somebody else first. */
  | 'LAST_HOLDER'
  /** The register has a law in force. Edit a working copy of it. */
  | 'LAW_IN_FORCE'
  /** {count} letters still wait. Tell the persons, or do not and say why. */
  | 'LETTERS_WAIT'
  /** The person has a letter of this breach already. Edit that one. */
  | 'LETTER_EXISTS'
  /** The letter to a person under a safety restriction is printed by the person, or by staff who are cleared for protected data. */
  | 'LETTER_PROTECTED'
  /** Tell the person before the day on which the restriction ends. */
  | 'LIFTING_NOT_ANNOUNCED'
  /** Write the numbers of lines, such as 4, 7: below the header, {most} at most. */
  | 'LINE_NUMBER_REFUSED'
  /** There is nothing here, or the link is over. Ask for a new one. */
  | 'LINK_OVER'
  /** Log-outs are told to an https address or to this machine (http://127.0.0.1) only. */
  | 'LOGOUT_ADDRESS_REFUSED'
  /** Nothing is sent to that host. Add it as a destination of the kind WEBHOOK first. */
  | 'LOGOUT_HOST_UNKNOWN'
  /** The service itself records that a person has logged in. Say how you established the identity. */
  | 'LOG_IN_PROVES_ITSELF'
  /** The log has to be kept at least as long as a person is shown it. Lengthen the time for which it is kept. */
  | 'LOG_SHOWN_LONGER'
  /** The client was merged further or erased since. Undo the later merge first. */
  | 'MERGED_FURTHER'
  /** One employee has emergency access to both. Wait until it ends: an hour at most. */
  | 'MERGE_ACCESS_OPEN'
  /** One of the clients is erased or merged already. Withdraw the proposal. */
  | 'MERGE_CLIENT_ENDED'
  /** The clients have different identity codes, so they are two people. If one of the codes is wrong, correct it first. */
  | 'MERGE_CODES_DIFFER'
  /** Both have a contract in force for the same time. End one of the contracts first. */
  | 'MERGE_CONTRACTS_OVERLAP'
  /** Both have an open invitation to the service. Withdraw one of them first. */
  | 'MERGE_INVITATIONS_OPEN'
  /** The recycle bin holds data of a client. Restore it, or delete it for good first. */
  | 'MERGE_IN_BIN'
  /** An open purge is about one of the clients. Cancel it, or wait until it is done. */
  | 'MERGE_IN_PURGE'
  /** A merge needs two different clients. */
  | 'MERGE_OF_ONE'
  /** Both have a payer of the benefit for the same time. Cancel one of them, or change its period first. */
  | 'MERGE_PAYERS_OVERLAP'
  /** The clients are in different units. Move one of them to the same unit first. */
  | 'MERGE_UNITS_DIFFER'
  /** This address does not take this method. */
  | 'METHOD_NOT_ALLOWED'
  /** How long the person was there is missing. Give the minutes, or arrival and departure. */
  | 'MINUTES_MISSING'
  /** The minutes do not fit arrival and departure: there are at least {least} and at most {most}. */
  | 'MINUTES_OUTSIDE_HOURS'
  /** A day with this code has at most {most} minutes. Correct the minutes, or change the code. */
  | 'MINUTES_OVER_CODE'
  /** The references belong to different clients. */
  | 'MISMATCH'
  /** The moment is in the future. */
  | 'MOMENT_TO_COME'
  /** The month that begins on {month} is locked. Correct the locked day, or ask the supervisor to open the month. */
  | 'MONTH_LOCKED'
  /** The month is not locked. The adjustment is made when it is. */
  | 'MONTH_NOT_LOCKED'
  /** A month is confirmed when its last day {day} has come. */
  | 'MONTH_NOT_OVER'
  /** The home municipality is abroad (200). Say in the mapping [words.municipality] "200" = "" when there is none in Finland. */
  | 'MUNICIPALITY_ABROAD'
  /** The municipality is not known. */
  | 'MUNICIPALITY_UNKNOWN'
  /** The name has a character that no name has. A letter may be lost, or an error of a spreadsheet stands instead of the name. */
  | 'NAME_IMPOSSIBLE'
  /** The name has a sign that no name has. The encoding of the file was read wrongly: try --encoding iso-8859-15. */
  | 'NAME_LETTERS_DOUBTFUL'
  /** The name is in use already. Choose another, or use what bears it. */
  | 'NAME_TAKEN'
  /** The name has no letters. */
  | 'NAME_WITHOUT_LETTERS'
  /** This never changes once it is given: it decides who sees the data. End this one and make a new one for the right party. */
  | 'NEVER_CHANGES'
  /** Nobody was told yet. */
  | 'NOBODY_TOLD'
  /** A note is signed once it has a kind and a text. Complete the draft. */
  | 'NOTE_INCOMPLETE'
  /** There is nothing to erase. */
  | 'NOTHING_DUE'
  /** The days are those of the basis: there is nothing to adjust. Correct the days first. */
  | 'NOTHING_TO_ADJUST'
  /** When it was noticed is at most a year ago and not in the future: {first} – {last}. */
  | 'NOTICED_OUT_OF_BOUNDS'
  /** The notice lacks topics that the law asks for: {missing}. */
  | 'NOTICE_INCOMPLETE'
  /** Files cannot be attached here. */
  | 'NOT_ATTACHABLE'
  /** Log in or send an access token. */
  | 'NOT_AUTHENTICATED'
  /** A benefit is paid by Kela, an unemployment fund, a municipality or a wellbeing services county. Choose one of these, or ask the administrator to add it. */
  | 'NOT_A_BENEFIT_PAYER'
  /** The request is not a request to correct. */
  | 'NOT_A_CORRECTION'
  /** There is no such locked day to correct. */
  | 'NOT_A_LOCKED_DAY'
  /** The client is of age, or the date of birth is not known. This is for minors alone. */
  | 'NOT_A_MINOR'
  /** The day is not planned any more. The coach changes a recorded day, the supervisor corrects a locked one. */
  | 'NOT_A_PLANNED_DAY'
  /** This person is told in the service or by e-mail. Only a letter is marked as sent. */
  | 'NOT_BY_LETTER'
  /** This transition takes no day. Leave happenedOn out. */
  | 'NOT_DATED'
  /** The request does not ask for erasure. */
  | 'NOT_ERASING'
  /** Give the first day of the month. */
  | 'NOT_FIRST_OF_MONTH'
  /** There is no such object. */
  | 'NOT_FOUND'
  /** An identity code is not written here. Tell it in person. */
  | 'NOT_IN_PLAIN_TEXT'
  /** The person has not taken the account into use yet. Approve the role when the person has logged in once and told you so. */
  | 'NOT_IN_USE'
  /** The data cannot be corrected this way in its present state. Correct it by the type's own way and complete the item otherwise. */
  | 'NOT_RECTIFIABLE'
  /** Processing is restricted only for a request to restrict, object or correct. */
  | 'NOT_RESTRICTING'
  /** The person does not hold the role of support. */
  | 'NOT_SUPPORT_STAFF'
  /** The guardian's name is not that of the other representation. Check the name, or choose another one. */
  | 'NOT_THE_SAME_GUARDIAN'
  /** Another object has the same already: {fields}. Change one of these, or use the object that is there. */
  | 'NOT_UNIQUE'
  /** The person has no account and cannot be told in the service. Choose another channel. */
  | 'NO_ACCOUNT_TO_TELL'
  /** The person has no e-mail address. Add it, or hand the link over yourself. */
  | 'NO_ADDRESS'
  /** Only accounts of agencies' and workplaces' people end by themselves. This one needs no renewal. */
  | 'NO_END'
  /** No package is built for this kind of request. */
  | 'NO_PACKAGE'
  /** The person's password is kept by another identity provider. Send the person there. */
  | 'NO_PASSWORD_HERE'
  /** Nobody asked for a recovery within a week. Ask first. */
  | 'NO_RECOVERY_ASKED'
  /** The client has no secret to renew. */
  | 'NO_SECRET'
  /** There is no such revision. */
  | 'NO_SUCH_REVISION'
  /** The agency cannot be told: no consent is in force for it and there is no statutory basis, or the relationship has no referral. */
  | 'NO_WAY_OUT'
  /** The payer cannot be told: the client has not consented, and the law of the register names no statute. Ask for consent, or ask the administrator to complete the register's law. */
  | 'NO_WAY_OUT_TO_PAYER'
  /** The same object is chosen twice. */
  | 'OBJECT_TWICE'
  /** The account is a client's. An administrator gets no link that would open the client's data. The client's coach makes a new one in the invitation of the client. */
  | 'OF_CLIENT'
  /** Name only one: account, OAuth client or token. */
  | 'ONE_SOURCE'
  /** Name either a client or a unit. */
  | 'ONE_TARGET'
  /** Close these first, or ask for them to be closed with it (closeBelow). Open ({count}): {open}. */
  | 'OPEN_BELOW'
  /** The list has no such order. */
  | 'ORDER_UNKNOWN'
  /** The original is no longer in force. Make a new copy. */
  | 'ORIGINAL_MOVED'
  /** Origin {number} is malformed. Write scheme, host and port without a slash at the end: https://app.example. Plain http only on this machine: http://localhost:3000. */
  | 'ORIGIN_MALFORMED'
  /** The request does not come from a page of this service. */
  | 'ORIGIN_REFUSED'
  /** The connection to the database was lost while saving: whether the change was saved is unknown. Ask again with the same key (idempotencyKey); without a key, look first whether it was saved. */
  | 'OUTCOME_UNKNOWN'
  /** The country is outside the EU/EEA. Nothing is sent there. */
  | 'OUTSIDE_EEA'
  /** The day is outside the period to which this belongs: {first} – {last}. */
  | 'OUTSIDE_PARENT'
  /** Give a number from {least} to {most}. */
  | 'OUT_OF_BOUNDS'
  /** The client has an overlapping full service already. Change the period, or end the other contract. */
  | 'OVERLAPPING_SERVICE'
  /** Nobody disables the own account. Ask another administrator. */
  | 'OWN_ACCOUNT'
  /** Nobody recovers the own access. Change the password yourself, or ask somebody else. */
  | 'OWN_RECOVERY'
  /** You typed this request in yourself. Another privacy officer goes on with it, or the coach types it in. */
  | 'OWN_REQUEST'
  /** There is no package, or its time is over. Build it first. */
  | 'PACKAGE_MISSING'
  /** Something was decided on what is left out since the package was built. Build it anew. */
  | 'PACKAGE_OUTDATED'
  /** The package of a person under a safety restriction is opened by the person, or by staff who are cleared for protected data. */
  | 'PACKAGE_PROTECTED'
  /** What you may see of the person has changed since the package was built. Send a new request. */
  | 'PACKAGE_TOO_WIDE'
  /** The print says what you may not read. Ask somebody who may for it. */
  | 'PAPER_PROTECTED'
  /** A relationship can be retained at most as long as the data is kept. */
  | 'PASSIVE_TOO_LATE'
  /** The weekly pattern is missing. */
  | 'PATTERN_MISSING'
  /** A day of the weekly pattern goes on after midnight. Make it shorter, or begin it earlier. */
  | 'PATTERN_PAST_MIDNIGHT'
  /** No day of the weekly pattern falls into the contract. */
  | 'PATTERN_WITHOUT_DAYS'
  /** The client has a payer of the benefit for the same time already. End the earlier period first, or change this one. */
  | 'PAYERS_OVERLAP'
  /** The client has absences and no benefit payer on those days. Write the payer down and make the drafts again. */
  | 'PAYER_MISSING'
  /** The last day is before the first. */
  | 'PERIOD_BACKWARDS'
  /** The period ends after it starts, and has at most 366 days. */
  | 'PERIOD_OUT_OF_BOUNDS'
  /** The service has no document with this digest. The page may be older than the service: load it again. */
  | 'PERSISTED_QUERY_NOT_FOUND'
  /** The risk is high. Tell the persons, or record why they need not be told. */
  | 'PERSONS_NOT_TOLD'
  /** There are more than three phone numbers. */
  | 'PHONES_TOO_MANY'
  /** The phone number is not valid. */
  | 'PHONE_MALFORMED'
  /** The service requires a plan. */
  | 'PLAN_MISSING'
  /** The client may be in the register already: {clients}. Look first. If it is another person, send the same request with confirmedDistinct: true. */
  | 'POSSIBLE_DUPLICATE'
  /** The postal code is not valid. In Finland and Åland it has five digits. */
  | 'POSTAL_CODE_MALFORMED'
  /** The document is too large to be printed. Narrow the material, or ask the administrator for help. */
  | 'PRINT_TOO_LARGE'
  /** Processing of this person's data is restricted: it is only stored until the restriction is lifted. Ask the privacy officer. */
  | 'PROCESSING_RESTRICTION'
  /** The proposal lacks: {field}. */
  | 'PROPOSAL_INCOMPLETE'
  /** The proposed period is over already, or ends before it starts. Give a later last day. */
  | 'PROPOSAL_OVER'
  /** What was proposed has not been done yet: do it first, and it is noted with it. */
  | 'PROPOSAL_TO_CARRY_OUT'
  /** This cannot be proposed in the present state of the referral: a start before it, an extension, a change and an end after it. */
  | 'PROPOSAL_UNFIT'
  /** The identity provider does not answer; tokens cannot be verified. Try again later. */
  | 'PROVIDER_UNAVAILABLE'
  /** A version is published already. Edit a working copy of it. */
  | 'PUBLISHED_ALREADY'
  /** A purge of one person names the person, the others name the register. */
  | 'PURGE_SCOPE'
  /** Your role does not have this purpose. Open to you: {possible}. Where none is stated it is derived from the role. */
  | 'PURPOSE_NOT_OPEN'
  /** Only a text of consents may have a purpose. Leave the purpose empty. */
  | 'PURPOSE_OF_CONSENTS'
  /** The query is too large. Ask for smaller pages. */
  | 'QUERY_TOO_COMPLEX'
  /** The coach has already said what becomes of this day. Ask the coach. */
  | 'REASON_DECIDED'
  /** Choose a reason from the vocabulary {vocabulary}. */
  | 'REASON_REQUIRED'
  /** Give the reason in at least 20 characters. */
  | 'REASON_TOO_SHORT'
  /** Give the reason in at least three different words. */
  | 'REASON_WITHOUT_WORDS'
  /** The day of receipt is at most ten years ago and not in the future: {first} – {last}. */
  | 'RECEIVED_OUT_OF_BOUNDS'
  /** These recipients can never see the object, so they would be told nothing. Choose: {possible}. */
  | 'RECIPIENTS_CANNOT_SEE'
  /** The account has no role that two people grant. Send a password link, or reset the second factor. */
  | 'RECOVERY_BY_ONE'
  /** The account has a role that two people grant, so one alone does not let its holder in again. One asks for a recovery, and another administrator or privacy officer confirms it. */
  | 'RECOVERY_BY_TWO'
  /** The person has no e-mail address, and the link goes nowhere else. Ask a third person to add the address, or the operator uses `run.py account`. */
  | 'RECOVERY_WITHOUT_ADDRESS'
  /** This can no longer be chosen. {object}: {state}. */
  | 'REFERENCE_ENDED'
  /** Something it leads to is no more. Restore that first. */
  | 'REFERENCE_GONE'
  /** The referral lacks: {field}. */
  | 'REFERRAL_INCOMPLETE'
  /** The questions of a referral are answered while it is a draft. */
  | 'REFERRAL_NOT_DRAFT'
  /** The person may be a client already: {clients}. Look first. Then set confirmedDistinct of the referral: true if it is another person, false if it may be the same, and merge the clients afterwards. The agency does not see this. */
  | 'REFERRED_DUPLICATE'
  /** The request is refused. */
  | 'REFUSED'
  /** Choose the register. */
  | 'REGISTER_MISSING'
  /** The client has several open relationships. Write a note of its own in the right one. */
  | 'RELATIONSHIP_UNCLEAR'
  /** Take the request up, and say what remains and why. */
  | 'REMAINS_MISSING'
  /** Write the answer. */
  | 'REPLY_MISSING'
  /** The report was made after the breach was noticed, and not in the future. */
  | 'REPORTED_OUT_OF_BOUNDS'
  /** Write the summary before the report is shown to the person. */
  | 'REPORT_EMPTY'
  /** The report to the authority still lacks: {missing}. Record them first. */
  | 'REPORT_INCOMPLETE'
  /** The final report has not been delivered. Deliver it, and the referral closes. */
  | 'REPORT_MISSING'
  /** The representation cannot be confirmed, because this is missing: {fields}. */
  | 'REPRESENTATION_INCOMPLETE'
  /** The representation is not in force. Confirm it before you invite. */
  | 'REPRESENTATION_NOT_IN_FORCE'
  /** The request is not being worked on. */
  | 'REQUEST_NOT_OPEN'
  /** The request took longer than {seconds} seconds and was ended. Ask for less at once, or try again. */
  | 'REQUEST_TIMEOUT'
  /** The restriction of processing is in force. The privacy officer first tells the person that it ends, and then lifts it. */
  | 'RESTRICTION_IN_FORCE'
  /** Processing is not restricted by this request. */
  | 'RESTRICTION_NOT_SET'
  /** What is in use is retired by two people: another person asks for it first. */
  | 'RETIREMENT_NOT_ASKED'
  /** A safety restriction is reviewed within a year: {first} – {last}. */
  | 'REVIEW_OUT_OF_BOUNDS'
  /** The representation does not cover the person's data protection rights now. Check that it is in force and that the person's rights belong to it. */
  | 'RIGHTS_NOT_COVERED'
  /** Only a breach that is unlikely to result in a risk is not reported. */
  | 'RISK_TO_REPORT'
  /** The row has merged cells. Unmerge them and fill in every cell. */
  | 'ROW_CELLS_MERGED'
  /** The row is the header again. */
  | 'ROW_HEADER_REPEATED'
  /** A person of the same name is a client of the unit or in the file already and may be the same. Check; if it is somebody else, mark the line as another person (on the command line --distinct). */
  | 'ROW_POSSIBLE_DOUBLE'
  /** On the row or above it stands a stray quotation mark, which hides rows. Remove it. */
  | 'ROW_QUOTE_STRAY'
  /** The same row stands earlier in the file. */
  | 'ROW_REPEATED'
  /** The row has more cells than the header. */
  | 'ROW_SURPLUS_CELLS'
  /** Two have the same e-mail address. The administrators and the privacy officer are different people. */
  | 'SAME_PERSON_TWICE'
  /** Somebody else than the writer must publish it. */
  | 'SAME_REVIEWER'
  /** The change is saved, but it could not be shown. Ask for the object again. */
  | 'SAVED_NOT_SHOWN'
  /** The file has not been stored yet, or is in quarantine. Keep the original until the file is in order. */
  | 'SCAN_MISSING'
  /** There is no such permission of a section, or nobody can hold it. Read: {readable}. Write: {writable}. */
  | 'SECTION_PERMISSION_UNKNOWN'
  /** Nobody grants a role to oneself. Ask another administrator. */
  | 'SELF_GRANT'
  /** A letter goes out after it was written, and not in the future: {first} – {last}. */
  | 'SENT_OUT_OF_BOUNDS'
  /** The contract breaks limits of its service type: {limits}. Correct the terms, or ask the supervisor for an exception with its reason. */
  | 'SERVICE_LIMITS'
  /** The service type is not valid on the first day. */
  | 'SERVICE_TYPE_NOT_VALID'
  /** The settings are there already. Change those. */
  | 'SETTLED_ALREADY'
  /** This step shows a link or a code that is handed to one receiver. Take it one object at a time. */
  | 'SHOWN_SINGLY'
  /** A signature is missing: {parties}. */
  | 'SIGNATURE_MISSING'
  /** The party has signed already. */
  | 'SIGNED_ALREADY'
  /** Log data older than {years} years is given for a special reason only. Give the reason. */
  | 'SPECIAL_REASON_MISSING'
  /** The object was changed meanwhile. Read the newest revision and try again. */
  | 'STALE_REVISION'
  /** The service has as many open streams of changes as it can hold. Try again in a moment. */
  | 'STREAMS_FULL'
  /** The time of the stream of changes is over, or the service restarts. Open it again from the last cursor (since). */
  | 'STREAM_OVER'
  /** The session has ended or your rights have changed, so the stream of changes ended. Open it again; log in if you are asked to. */
  | 'STREAM_STALE'
  /** A subscription is answered as a stream of events alone. Send the header Accept: text/event-stream. */
  | 'SUBSCRIPTION_NEEDS_STREAM'
  /** The substitute is neither a coach nor a supervisor of the unit when the cover begins, and would not see the client. Choose somebody else, or ask the administrator for the role. */
  | 'SUBSTITUTE_CANNOT_COACH'
  /** The day is part of a swap already. Take the swap away first if it was a mistake. */
  | 'SWAPPED_ALREADY'
  /** The swapped day lacks its pair. */
  | 'SWAP_UNPAIRED'
  /** The address is too long: at most {most} bytes. */
  | 'TARGET_TOO_LONG'
  /** The template does not hold questions of a referral. */
  | 'TEMPLATE_NOT_OF_REFERRALS'
  /** The template is not in use. */
  | 'TEMPLATE_NOT_PUBLISHED'
  /** The value is missing. */
  | 'TEXT_EMPTY'
  /** The text was encoded twice (MÃ¤kelÃ¤). Correct the letters. */
  | 'TEXT_ENCODED_TWICE'
  /** The text has lost letters. Correct them. */
  | 'TEXT_LETTERS_LOST'
  /** The text is too long: at most {most} characters. */
  | 'TEXT_TOO_LONG'
  /** The text has a character that cannot be stored. */
  | 'TEXT_UNSAFE'
  /** A note that mentions a third person is not shared with the trainee. */
  | 'THIRD_PERSON_SHARED'
  /** A time of day is written as 08:00. */
  | 'TIME_MALFORMED'
  /** Authorization must be one bearer token. */
  | 'TOKEN_MALFORMED'
  /** The access token was refused. */
  | 'TOKEN_REFUSED'
  /** The service itself records that a person was told in it. Choose how the letter was delivered. */
  | 'TOLD_BY_SERVICE_ONLY'
  /** Choose at least one. */
  | 'TOO_FEW'
  /** The time is over and can no longer be extended. */
  | 'TOO_LATE_TO_EXTEND'
  /** Support access lasts at most eight hours. */
  | 'TOO_LONG_ACCESS'
  /** Too many values: at most {most}. */
  | 'TOO_MANY'
  /** One command is about at most {most} days. Split it. */
  | 'TOO_MANY_DAYS'
  /** At most {most} emergency accesses are open at once. End one, or wait until it ends, Finnish time: {ends}. */
  | 'TOO_MANY_OPEN'
  /** One command is about at most {most} contracts with something to tell. Split it. */
  | 'TOO_MANY_REPORTS'
  /** There were too many requests. Try again in {seconds} seconds. */
  | 'TOO_MANY_REQUESTS'
  /** The account has {most} open streams of changes already. Close one of them, for example another tab. */
  | 'TOO_MANY_STREAMS'
  /** You are sending too many files at once. Wait until one of them is sent. */
  | 'TOO_MANY_UPLOADS'
  /** A search has at most {most} words. Search with fewer. */
  | 'TOO_MANY_WORDS'
  /** A topic stands twice. */
  | 'TOPIC_TWICE'
  /** The country is outside the EU and the EEA. Say on what ground data may be transferred there. */
  | 'TRANSFER_UNGROUNDED'
  /** Name two administrators and a privacy officer, three different people. */
  | 'TWO_ADMINISTRATORS'
  /** Two people decide on this role: who proposes or gets it can neither approve nor extend it. Ask another administrator. */
  | 'TWO_PEOPLE'
  /** Log in or send an access token. */
  | 'UNAUTHENTICATED'
  /** The merge could be undone until {last}. */
  | 'UNDO_TOO_LATE'
  /** You have announced files that are not sent yet. There may be {files} of them with {bytes} bytes together. Send them, remove them (detach), or wait an hour. */
  | 'UNFINISHED_FILES'
  /** Files are announced to this object and not sent yet. There may be {files} of them with {bytes} bytes together. Wait until they are sent, an hour at most. */
  | 'UNFINISHED_FILES_OF_OBJECT'
  /** Name a unit in which you work. */
  | 'UNIT_NOT_OWN'
  /** Name the unit: your role ({roles}) holds in your own units only. */
  | 'UNIT_REQUIRED'
  /** There is no such event. The form is type.event, such as referral.submit. */
  | 'UNKNOWN_EVENT'
  /** No such scope. Choose of register:read, register:write, offline_access. */
  | 'UNKNOWN_FRONT_END_SCOPE'
  /** No such scope. Choose of referrals:write, referrals:read, attendance:read, reports:read. */
  | 'UNKNOWN_SCOPE'
  /** The vocabulary {vocabulary} has no such valid code. */
  | 'UNKNOWN_TERM'
  /** There is no such type. */
  | 'UNKNOWN_TYPE'
  /** There is no such vocabulary. Vocabularies: {known}. */
  | 'UNKNOWN_VOCABULARY'
  /** The type of the body is not accepted. */
  | 'UNSUPPORTED_TYPE'
  /** The values do not agree: {fields}. Check them. */
  | 'VALUES_DISAGREE'
  /** The value is out of bounds: {fields}. Check it. */
  | 'VALUE_OUT_OF_BOUNDS'
  /** The value cannot be stored. */
  | 'VALUE_REFUSED'
  /** A value is required: {field}. */
  | 'VALUE_REQUIRED'
  /** The stored value cannot be opened: it is damaged. Report the id to the administrator. The other data is in order. */
  | 'VALUE_UNREADABLE'
  /** The new version must begin after the one in use, which began on {day}. Give a later first day. */
  | 'VERSION_NOT_LATER'
  /** A text with this label was published already. Give the text a new version, such as 2027-1. */
  | 'VERSION_TAKEN'
  /** A weekday stands twice in the pattern. */
  | 'WEEKDAY_TWICE'
  /** A withdrawn consent stays withdrawn. */
  | 'WITHDRAWAL_STANDS'
  /** Something was left out that nobody has decided on. Release it, or explain why it is withheld, and build the package anew. */
  | 'WITHHOLDING_UNDECIDED'
  /** Persons read languages in which there are no words yet: {languages}. Write them first. */
  | 'WORDS_MISSING'
  /** Each language has its words once. */
  | 'WORDS_TWICE'
  /** The role cannot be granted to an account of this kind. Possible: {kinds}. */
  | 'WRONG_ACCOUNT_KIND'
  /** Your role may not do this. Who may: {roles}. */
  | 'WRONG_ROLE'
  /** The state is {state}, so this cannot be done. It can be done when the state is: {possible}. */
  | 'WRONG_STATE'
  /** The value is neither yes nor no. */
  | 'YES_NO_UNKNOWN';

/** On what basis a person's data was shown. */
export type LookBasis =
  /** Suostumus · Samtycke · Consent */
  | 'CONSENT'
  /** Sopimus · Avtal · Contract */
  | 'CONTRACT'
  /** Omat tiedot · Egna uppgifter · Own data */
  | 'OWN_DATA'
  /** Oma lähete · Egen remiss · Own referral */
  | 'OWN_REFERRAL'
  /** Henkilön edustaminen · Företrädande av personen · Acting for the person */
  | 'REPRESENTATION'
  /** Laki · Lag · Statute */
  | 'STATUTE'
  /** Oma työ · Eget arbete · Own work */
  | 'WORK';

/** What a representation may cover; each permission on a type belongs to one of them. */
export type Matter =
  /** Valmennus · Träning · Coaching */
  | 'COACHING'
  /** Yhteystiedot · Kontaktuppgifter · Contact details */
  | 'CONTACT'
  /** Sopimukset · Avtal · Contracts */
  | 'CONTRACT'
  /** Perustiedot · Grunduppgifter · Basic data */
  | 'PERSON'
  /** Suostumukset · Samtycken · Consents */
  | 'RIGHTS'
  /** Päivät, ajat ja paikat · Dagar, tider och platser · Days, times and places */
  | 'WHEREABOUTS';

/** States of a Programme. */
export type ProgrammeState =
  /** Käynnissä · Pågår · Active */
  | 'ACTIVE'
  /** Peruttu · Inställd · Cancelled */
  | 'CANCELLED'
  /** Suoritettu · Slutförd · Completed */
  | 'COMPLETED'
  /** Keskeytynyt · Avbruten · Interrupted */
  | 'INTERRUPTED'
  /** Tauolla · Pausad · Paused */
  | 'PAUSED'
  /** Suunniteltu · Planerad · Planned */
  | 'PLANNED'
  /** Siirretty · Överförd · Transferred */
  | 'TRANSFERRED';

/** Something that stays after an erasure. */
export type RemainingInput = {
  /** On what basis. */
  basis: RemainsBasis;
  /** What stays. */
  what: string;
  /** Why, in plain words. */
  why: string;
};

/** Why something may not be erased. Source: GDPR article 17(3). */
export type RemainsBasis =
  /** Arkistointi yleisen edun vuoksi · Arkivändamål av allmänt intresse · Archiving in the public interest */
  | 'ARCHIVING'
  /** Tarvitaan oikeusvaateeseen · Behövs för rättsliga anspråk · Needed for legal claims */
  | 'LEGAL_CLAIMS'
  /** Laki velvoittaa säilyttämään · Lagen förpliktar att bevara · The law obliges to keep it */
  | 'LEGAL_OBLIGATION';

/** Which report on the coaching it is. */
export type ReportKind =
  /** Loppuraportti · Slutrapport · Final report */
  | 'FINAL'
  /** Väliraportti · Delrapport · Interim report */
  | 'INTERIM';

/** By which right somebody acts for a client. */
export type RepresentationKind =
  /** Edunvalvoja taloudellisissa asioissa · Intressebevakare i ekonomiska ärenden · Guardian for financial matters */
  | 'APPOINTED_FINANCIAL'
  /** Edunvalvoja henkilöä koskevissa asioissa · Intressebevakare i personliga ärenden · Guardian for personal matters */
  | 'APPOINTED_PERSONAL'
  /** Valtuutettu · Befullmäktigad · Authorised person */
  | 'AUTHORISED'
  /** Alaikäisen huoltaja · Vårdnadshavare för minderårig · Guardian of a minor */
  | 'GUARDIAN'
  /** Huoltaja, jonka oikeutta on rajoitettu · Vårdnadshavare med begränsad rätt · Custodian with restricted rights */
  | 'RESTRICTED_CUSTODIAN';

/** What is to be done. (Tehtävän laji) */
export type TaskKind =
  /** Poissaoloilmoitus lähetettävänä · Frånvarorapport att skicka · Absence report to send */
  | 'ABSENCE_REPORT_DUE'
  /** Poissaolo jatkuu yli sallitun · Frånvaron är längre än tillåtet · Absence longer than its code allows */
  | 'ABSENCE_TOO_LONG'
  /** Poissaolosta ei ole laadittu ilmoitusta · Ingen rapport om frånvaron · Absence that no report tells of */
  | 'ABSENCE_UNREPORTED'
  /** Hyväksyttävä teksti: julkaise · Text att godkänna: publicera · Agreement text: publish */
  | 'AGREEMENT_TEXT_TO_PUBLISH'
  /** Poikkeava katselu: merkitse selitetyksi · Avvikande visning: markera som förklarad · Unusual look: explain */
  | 'ANOMALY_TO_EXPLAIN'
  /** Todistus poissaolosta puuttuu · Intyg om frånvaron saknas · Certificate of an absence missing */
  | 'CERTIFICATE_MISSING'
  /** Asiakkaiden yhdistäminen: yhdistä · Sammanslagning av klienter: slå samman · Client merge: merge */
  | 'CLIENT_MERGE_TO_APPROVE'
  /** Suostumusta pyydetään · Samtycke begärs · Consent that is asked for */
  | 'CONSENT_TO_GIVE'
  /** Sopimus päättyy · Avtal tar slut · Contract ends */
  | 'CONTRACT_ENDS'
  /** Sopimus allekirjoitettavana · Avtal att underteckna · Contract to sign */
  | 'CONTRACT_TO_SIGN'
  /** Tietoturvaloukkaus: kirjaa arvio · Personuppgiftsincident: anteckna bedömningen · Data breach: assess */
  | 'DATA_BREACH_TO_ASSESS'
  /** Tietopyyntö odottaa vastausta · Begäran om uppgifter väntar på svar · Data request to answer */
  | 'DATA_REQUEST_DUE'
  /** Päivä kirjaamatta · Dag inte antecknad · Day to record */
  | 'DAY_TO_RECORD'
  /** Sähköpostilähetys: yritä uudelleen · E-postleverans: försök igen · Delivery: retry */
  | 'DELIVERY_TO_RETRY'
  /** Ilmoitus tietojen muutoksesta: kuittaa · Meddelande om ändrade uppgifter: kvittera · Notice of changed data: acknowledge */
  | 'DISCLOSURE_NOTICE_TO_ACKNOWLEDGE'
  /** Hätäkatselu: merkitse tarkastetuksi · Nödåtkomst: markera som granskad · Emergency access: review */
  | 'EMERGENCY_ACCESS_TO_REVIEW'
  /** Lomakepohja: julkaise · Formulärmall: publicera · Form template: publish */
  | 'FORM_TEMPLATE_TO_PUBLISH'
  /** Sama henkilötunnus kahdella · Två har samma personbeteckning · Identity code of two people */
  | 'IDENTITY_MATCH_TO_DECIDE'
  /** Toimenpide tehtävä · Åtgärd att utföra · Measure due */
  | 'MEASURE_DUE'
  /** Kuukausi suljettavana · Månad att stänga · Month to close */
  | 'MONTH_TO_CLOSE'
  /** Ei yhteyttä 30 päivään · Ingen kontakt på 30 dagar · No contact for 30 days */
  | 'NO_CONTACT'
  /** Sopimuksesta puuttuu hinta · Avtalet saknar pris · Price of a contract missing */
  | 'PRICE_MISSING'
  /** Tietosuojaseloste: julkaise · Dataskyddsbeskrivning: publicera · Privacy notice: publish */
  | 'PRIVACY_NOTICE_TO_PUBLISH'
  /** Valmennuksen arviointi · Utvärdering av träningen · Review of a programme */
  | 'PROGRAMME_REVIEW'
  /** Hyväksytty ehdotus toimeenpantavana · Godkänt förslag att verkställa · Accepted proposal to carry out */
  | 'PROPOSAL_TO_CARRY_OUT'
  /** Ehdotus päätettävänä · Förslag att besluta om · Proposal to decide */
  | 'PROPOSAL_TO_DECIDE'
  /** Ehdotuksesta kysytty lisää · Mer har frågats om förslaget · Proposal to explain */
  | 'PROPOSAL_TO_EXPLAIN'
  /** Poisto: hyväksy · Gallring: godkänn · Purge: approve */
  | 'PURGE_TO_APPROVE'
  /** Poisto: vahvista · Gallring: bekräfta · Purge: confirm */
  | 'PURGE_TO_CONFIRM'
  /** Poissaolon syy yhä selvittämättä · Orsaken till frånvaron fortfarande inte utredd · Reason of an absence overdue */
  | 'REASON_OVERDUE'
  /** Poissaolon syy selvittämättä · Orsaken till frånvaron inte utredd · Reason of an absence to ask for */
  | 'REASON_PENDING'
  /** Oikaisu ratkaistavana · Rättelse att avgöra · Rectification to decide */
  | 'RECTIFICATION_TO_DECIDE'
  /** Lähete odottaa vastausta · Remiss väntar på svar · Referral to answer */
  | 'REFERRAL_DUE'
  /** Lähetteestä kysytty lisää · Mer har frågats om remissen · Referral to complete */
  | 'REFERRAL_TO_COMPLETE'
  /** Hyväksytty lähete aloitettavana · Godkänd remiss att inleda · Accepted referral to start */
  | 'REFERRAL_TO_START'
  /** Rekisterin vienti: hyväksy · Export av registret: godkänn · Register export: approve */
  | 'REGISTER_EXPORT_TO_APPROVE'
  /** Rekisterin säännöt: julkaise · Registrets regler: publicera · Register law: publish */
  | 'REGISTER_LAW_TO_PUBLISH'
  /** Raportti hyväksyttävänä · Rapport att godkänna · Report to approve */
  | 'REPORT_TO_APPROVE'
  /** Raportti toimitettavana · Rapport att leverera · Report to deliver */
  | 'REPORT_TO_DELIVER'
  /** Raportti odottaa näkemystäsi · Rapporten väntar på din syn · Report that waits for your view */
  | 'REPORT_TO_HEAR'
  /** Edustus: vahvista · Företrädande: bekräfta · Representation: confirm */
  | 'REPRESENTATION_TO_CONFIRM'
  /** Kirje tietopyynnöstä: merkitse lähetetyksi · Brev om begäran om uppgifter: markera som sänt · Letter about a data request: mark as sent */
  | 'REQUEST_LETTER_TO_SEND'
  /** Rooli: hyväksy · Roll: godkänn · Role grant: approve */
  | 'ROLE_GRANT_TO_APPROVE'
  /** Turvakiellon tarkistus · Spärrmarkeringens kontroll · Review of a safety restriction */
  | 'SAFETY_REVIEW'
  /** Palvelumuoto: julkaise · Tjänst: publicera · Service type: publish */
  | 'SERVICE_TYPE_TO_PUBLISH'
  /** Tukikatselu: merkitse tarkastetuksi · Supportåtkomst: markera som granskad · Support access: review */
  | 'SUPPORT_ACCESS_TO_REVIEW'
  /** Termi: julkaise · Term: publicera · Term: publish */
  | 'TERM_TO_PUBLISH'
  /** Paikka jonossa päättyy · Platsen i kön upphör · Place in the queue ends */
  | 'WAITLIST_ENDS';

export type RepresentedPersonsQueryVariables = Exact<{ [key: string]: never; }>;


export type RepresentedPersonsQuery = { clients: { nodes: Array<{ id: string, callName: string | null, lastName: string | null }> } };

export type AskForPersonMutationVariables = Exact<{
  request: CreateDataRequestInput;
  key: string;
}>;


export type AskForPersonMutation = { createDataRequest: { dataRequest: { id: string } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type EdustettavanPaivatQueryVariables = Exact<{
  ennen: string;
  jalkeen?: string | null | undefined;
}>;


export type EdustettavanPaivatQuery = { attendance: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ day: string, state: AttendanceState, minutes: number | null }> } };

export type EdustettavanPyynnotQueryVariables = Exact<{ [key: string]: never; }>;


export type EdustettavanPyynnotQuery = { dataRequests: { nodes: Array<{ kind: DataRequestKind, state: DataRequestState, receivedOn: string, dueOn: string, answer: string | null, refusalText: string | null }> } };

export type EdustettavaHenkiloQueryVariables = Exact<{ [key: string]: never; }>;


export type EdustettavaHenkiloQuery = { representations: { nodes: Array<{ kind: RepresentationKind, matters: Array<Matter>, validFrom: string, validUntil: string | null }> }, clients: { nodes: Array<{ callName: string | null, lastName: string | null, phones: Array<string> | null, programmes: { nodes: Array<{ state: ProgrammeState, startsOn: string, endsOn: string | null }> } | null, contracts: { nodes: Array<{ state: ContractState, startsOn: string, endsOn: string }> } | null }> } };

export type EdustettavanTehtavatQueryVariables = Exact<{
  jalkeen?: string | null | undefined;
}>;


export type EdustettavanTehtavatQuery = { tasks: { nodes: Array<{ kind: TaskKind, dueOn: string | null, title: { fi: string, sv: string, en: string } | null, object:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { state: ConsentState, id: string }
        | { startsOn: string, endsOn: string, id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { kind: ReportKind, id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type KukaKatsoiEdustettavaaQueryVariables = Exact<{
  asiakas: string | number;
  montako: number;
  jalkeen?: string | null | undefined;
}>;


export type KukaKatsoiEdustettavaaQuery = { client: { accessLog: Array<{ cursor: string, at: string, actorName: string | null, actorKind: ActorKind, organisationName: string | null, purpose: string, basis: LookBasis }> | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const RepresentedPersonsDocument = new TypedDocumentString(`
    query RepresentedPersons {
  clients(first: 20) {
    nodes {
      id
      callName
      lastName
    }
  }
}
    `) as unknown as TypedDocumentString<RepresentedPersonsQuery, RepresentedPersonsQueryVariables>;
export const AskForPersonDocument = new TypedDocumentString(`
    mutation AskForPerson($request: CreateDataRequestInput!, $key: String!) {
  createDataRequest(input: $request, idempotencyKey: $key) {
    dataRequest {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AskForPersonMutation, AskForPersonMutationVariables>;
export const EdustettavanPaivatDocument = new TypedDocumentString(`
    query EdustettavanPaivat($ennen: Date!, $jalkeen: String) {
  attendance(
    filter: {day: {lt: $ennen}}
    orderBy: DAY_DESC
    first: 30
    after: $jalkeen
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      day
      state
      minutes
    }
  }
}
    `) as unknown as TypedDocumentString<EdustettavanPaivatQuery, EdustettavanPaivatQueryVariables>;
export const EdustettavanPyynnotDocument = new TypedDocumentString(`
    query EdustettavanPyynnot {
  dataRequests {
    nodes {
      kind
      state
      receivedOn
      dueOn
      answer
      refusalText
    }
  }
}
    `) as unknown as TypedDocumentString<EdustettavanPyynnotQuery, EdustettavanPyynnotQueryVariables>;
export const EdustettavaHenkiloDocument = new TypedDocumentString(`
    query EdustettavaHenkilo {
  representations {
    nodes {
      kind
      matters
      validFrom
      validUntil
    }
  }
  clients {
    nodes {
      callName
      lastName
      phones
      programmes {
        nodes {
          state
          startsOn
          endsOn
        }
      }
      contracts {
        nodes {
          state
          startsOn
          endsOn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EdustettavaHenkiloQuery, EdustettavaHenkiloQueryVariables>;
export const EdustettavanTehtavatDocument = new TypedDocumentString(`
    query EdustettavanTehtavat($jalkeen: String) {
  tasks(first: 100, after: $jalkeen) {
    nodes {
      kind
      dueOn
      title {
        fi
        sv
        en
      }
      object {
        id
        ... on Contract {
          startsOn
          endsOn
        }
        ... on Consent {
          state
        }
        ... on Report {
          kind
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<EdustettavanTehtavatQuery, EdustettavanTehtavatQueryVariables>;
export const KukaKatsoiEdustettavaaDocument = new TypedDocumentString(`
    query KukaKatsoiEdustettavaa($asiakas: ID!, $montako: Int!, $jalkeen: String) {
  client(id: $asiakas) {
    accessLog(first: $montako, after: $jalkeen) {
      cursor
      at
      actorName
      actorKind
      organisationName
      purpose
      basis
    }
  }
}
    `) as unknown as TypedDocumentString<KukaKatsoiEdustettavaaQuery, KukaKatsoiEdustettavaaQueryVariables>;