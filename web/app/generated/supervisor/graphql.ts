/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What is unusual about the looks. */
export type AnomalyKind =
  /** Paljon henkilöitä tunnissa · Många personer på en timme · Many persons in an hour */
  | 'BULK'
  /** Monta hätäkatselua päivässä · Många nödåtkomster på en dag · Many emergency accesses in a day */
  | 'EMERGENCY'
  /** Paljon hakuja henkilötunnuksella · Många sökningar med personbeteckning · Many searches by identity code */
  | 'IDENTITY_SEARCH'
  /** Yöllä · På natten · At night */
  | 'NIGHT'
  /** Oman asiakaskunnan ulkopuolelta · Utanför egna klienter · Outside the caseload */
  | 'OUTSIDE_CASELOAD';

/** Transitions of an Anomaly. */
export type AnomalyTransition =
  /** Totea aiheettomaksi · Konstatera som obefogad · Confirm: OPEN → CONFIRMED */
  | 'CONFIRM'
  /** Merkitse selitetyksi · Markera som förklarad · Explain: OPEN → EXPLAINED */
  | 'EXPLAIN'
  /** Avaa uudelleen · Öppna igen · Reopen: CONFIRMED, EXPLAINED → OPEN */
  | 'REOPEN';

/** A file to come. */
export type AttachInput = {
  /** One of pdf, png, jpeg, heic, docx, xlsx, odt, plain text and csv, by its registered name. Bytes of another type, with macros, scripts or other files inside, or with parts from elsewhere are refused. */
  mediaType: string;
  /** Its name with an ending that fits the media type. */
  name: string;
  /** The object that it belongs to; adding files needs a permission of its type. */
  objectId: string | number;
  /** Digest of its bytes, 64 hexadecimal digits. */
  sha256: string;
  /** Length in bytes. */
  size: number;
};

/** States of an AttendanceMonth. */
export type AttendanceMonthState =
  /** Vahvistettu · Bekräftad · Confirmed */
  | 'CONFIRMED'
  /** Lukittu · Låst · Locked */
  | 'LOCKED'
  /** Avoin · Öppen · Open */
  | 'OPEN'
  /** Avattu uudelleen · Öppnad igen · Reopened */
  | 'REOPENED';

/** Transitions of an AttendanceMonth. */
export type AttendanceMonthTransition =
  /** Vahvista · Bekräfta · Confirm: OPEN, REOPENED → CONFIRMED */
  | 'CONFIRM'
  /** Lukitse · Lås · Lock: CONFIRMED → LOCKED */
  | 'LOCK'
  /** Avaa uudelleen · Öppna igen · Reopen: LOCKED → REOPENED */
  | 'REOPEN';

/** On what basis the agency discloses, and is told, personal data. */
export type Basis =
  /** Suostumus · Samtycke · Consent */
  | 'CONSENT'
  /** Laki · Lag · Statute */
  | 'STATUTORY';

/** States of a ClientImport. */
export type ClientImportState =
  /** Tarkistettu · Kontrollerad · Checked */
  | 'CHECKED'
  /** Tarkistetaan · Kontrolleras · Being checked */
  | 'CHECKING'
  /** Hylätty · Förkastad · Discarded */
  | 'DISCARDED'
  /** Tuotu · Importerad · Imported */
  | 'DONE'
  /** Uusi · Ny · New */
  | 'NEW'
  /** Keskeytynyt · Avbruten · Stopped */
  | 'REFUSED'
  /** Tuodaan · Importeras · Being imported */
  | 'RUNNING';

/** Transitions of a ClientImport. */
export type ClientImportTransition =
  /** Tarkista · Kontrollera · Check: CHECKED, NEW, REFUSED → CHECKING */
  | 'CHECK'
  /** Hylkää · Förkasta · Discard: CHECKED, NEW, REFUSED → DISCARDED */
  | 'DISCARD'
  /** Vie raportti CSV-tiedostoksi · Exportera rapporten som CSV · Export the report as CSV: CHECKED, DONE → = */
  | 'EXPORT_CSV'
  /** Tuo asiakkaat · Importera klienterna · Import the clients: CHECKED → RUNNING */
  | 'RUN'
  /** Keskeytä · Avbryt · Stop: CHECKING, RUNNING → REFUSED */
  | 'STOP';

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

/** Transitions of a Contract. */
export type ContractTransition =
  /** Vahvista · Bekräfta · Activate: AWAITING_SIGNATURES → ACTIVE */
  | 'ACTIVATE'
  /** Hyväksy poikkeus rajoista · Godkänn undantag · Allow an exception from the limits: DRAFT → DRAFT */
  | 'ALLOW_EXCEPTION'
  /** Päätä · Avsluta · End: ACTIVE, SUSPENDED → ENDED */
  | 'END'
  /** Tulosta · Skriv ut · Print: ACTIVE, AWAITING_SIGNATURES, ENDED, SUPERSEDED, SUSPENDED, TERMINATED → = */
  | 'PRINT'
  /** Kirjaa paperiallekirjoitus · Anteckna underskrift · Record a signature on paper: AWAITING_SIGNATURES → AWAITING_SIGNATURES */
  | 'RECORD_SIGNATURE'
  /** Pyydä allekirjoitukset · Begär underskrifter · Request signatures: DRAFT → AWAITING_SIGNATURES */
  | 'REQUEST_SIGNATURES'
  /** Jatka · Återuppta · Resume: SUSPENDED → ACTIVE */
  | 'RESUME'
  /** Allekirjoita · Skriv under · Sign: AWAITING_SIGNATURES → AWAITING_SIGNATURES */
  | 'SIGN'
  /** Keskeytä · Avbryt · Suspend: ACTIVE → SUSPENDED */
  | 'SUSPEND'
  /** Palauta muutettavaksi · Återta för ändring · Take back to change: AWAITING_SIGNATURES → DRAFT */
  | 'TAKE_BACK'
  /** Pura · Häv · Terminate: ACTIVE, SUSPENDED → TERMINATED */
  | 'TERMINATE'
  /** Peru · Återta · Withdraw: AWAITING_SIGNATURES, DRAFT → WITHDRAWN */
  | 'WITHDRAW';

/** What a new ClientImport holds. */
export type CreateClientImportInput = {
  /** Numbers of the lines of people who are not those whom they resemble, such as `4, 7`. */
  distinctLines?: string | null | undefined;
  /** Of a CSV file that is guessed wrongly, such as iso-8859-15. */
  encoding?: string | null | undefined;
  /** Which column is which field, and how the file spells; docs/importing.md has its form. */
  mapping?: string | null | undefined;
  /** The file has no column Turvakielto, and nobody in it is under a safety restriction. */
  nobodyIsRestricted?: boolean | null | undefined;
  /** Of a workbook in which several sheets have rows: which one. */
  sheet?: string | null | undefined;
  /** Whose clients they become. */
  unitId: string | number;
};

/** What a new Substitution holds. */
export type CreateSubstitutionInput = {
  /** Whose coach is substituted. */
  clientId: string | number;
  /** First day on which it no longer holds; empty: until further notice. */
  endsBefore?: string | null | undefined;
  /** Who stands in: a coach, or a supervisor of the unit. */
  staffMemberId: string | number;
  /** First day. */
  startsOn: string;
  /** The unit of the client. */
  unitId: string | number;
};

/** States of an EmergencyAccess. */
export type EmergencyAccessState =
  /** Päättynyt, tarkastamatta · Avslutad, ogranskad · Ended, to be reviewed */
  | 'ENDED'
  /** Avoinna · Öppen · Open */
  | 'OPEN'
  /** Tarkastettu · Granskad · Reviewed */
  | 'REVIEWED';

/** Transitions of an EmergencyAccess. */
export type EmergencyAccessTransition =
  /** Sulje · Stäng · End: OPEN → ENDED */
  | 'END'
  /** Merkitse tarkastetuksi · Markera som granskad · Review: ENDED → REVIEWED */
  | 'REVIEW';

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

/** States of a FormAnswer. */
export type FormAnswerState =
  /** Luonnos · Utkast · Draft */
  | 'DRAFT'
  /** Lukittu · Låst · Locked */
  | 'LOCKED'
  /** Lähetteeseen pyydetty lisätietoja · Uppgifter begärda om remissen · Asked more about a referral */
  | 'REFERRAL_ASKED'
  /** Päättyneen lähetteen · Med en avslutad remiss · With a closed referral */
  | 'REFERRAL_CLOSED'
  /** Lähetteen luonnos · Remissens utkast · Draft of a referral */
  | 'REFERRAL_DRAFT'
  /** Lähetteen mukana · Med remissen · With a referral */
  | 'REFERRAL_SENT'
  /** Lähetetty · Inskickat · Submitted */
  | 'SUBMITTED';

/** Why an import could not go on, and what to do. */
export type ImportFault =
  /** Sarake puuttuu: lisää se tai kerro määrittelyssä, mikä sarake se on · En kolumn saknas: lägg till den eller ange i definitionen vilken kolumn den är · A column is missing: add it, or say in the mapping which column it is */
  | 'FILE_COLUMN_MISSING'
  /** Sama sarake on kahdesti: poista toinen · Samma kolumn finns två gånger: ta bort den ena · A column stands twice: remove one of them */
  | 'FILE_COLUMN_REPEATED'
  /** Saraketta ei tunneta: kerro määrittelyssä, mikä tieto se on, tai jätä se pois · En kolumn är okänd: ange i definitionen vilken uppgift den är, eller utelämna den · A column is not known: say in the mapping what it is, or leave it out */
  | 'FILE_COLUMN_UNKNOWN'
  /** Lainausmerkki jää auki tai solu on liian pitkä: korjaa rivi · Ett citattecken stängs inte eller en cell är för lång: rätta raden · A quotation is not closed or a cell is too long: correct the line */
  | 'FILE_CSV_MALFORMED'
  /** Tiedostossa ei ole mitään · Filen är tom · Nothing is written in the file */
  | 'FILE_EMPTY'
  /** Merkistöä ei tunneta: nimeä se, esimerkiksi iso-8859-15, tai tallenna UTF-8:na · Teckenkodningen är okänd: ange den, till exempel iso-8859-15, eller spara som UTF-8 · The encoding is not known: name it, for instance iso-8859-15, or save as UTF-8 */
  | 'FILE_ENCODING_UNKNOWN'
  /** Tiedosto puuttuu tai on muuttunut: lisää se uudelleen · Filen saknas eller har ändrats: lägg till den på nytt · The file is missing or was changed: add it again */
  | 'FILE_GONE'
  /** Otsikkorivin yläpuolella on rivi, joka voi olla henkilö: siirrä tai poista se · Ovanför rubrikraden finns en rad som kan vara en person: flytta eller ta bort den · Above the header stands a line that may be a person: move or remove it */
  | 'FILE_HEADER_UNCLEAR'
  /** Virustarkistus löysi tiedostosta haitallista: hylkää tuonti · Viruskontrollen fann något skadligt i filen: förkasta importen · The virus scanner found something harmful: discard the import */
  | 'FILE_INFECTED'
  /** Tiedosto ei ole .csv, .txt eikä .xlsx: tallenna se sellaiseksi · Filen är varken .csv, .txt eller .xlsx: spara den som en sådan · The file is no .csv, .txt or .xlsx: save it as one */
  | 'FILE_KIND_UNKNOWN'
  /** Määrittely ei ole luettavissa tai nimeää tuntemattoman tiedon: korjaa se · Definitionen kan inte läsas eller nämner en okänd uppgift: rätta den · The mapping cannot be read or names an unknown field: correct it */
  | 'FILE_MAPPING_REFUSED'
  /** Mikään ei kerro, ketkä ovat turvakiellossa: lisää siitä sarake tai vastaa, ettei kukaan ole · Inget säger vem som har spärrmarkering: lägg till en kolumn om det eller svara att ingen har det · Nothing says who is under a safety restriction: add a column for it, or answer that nobody is */
  | 'FILE_RESTRICTION_UNANSWERED'
  /** Sarakkeita ei erota puolipiste, pilkku eikä sarkain: tallenna tiedosto CSV:nä · Kolumnerna skiljs inte åt av semikolon, komma eller tabb: spara filen som CSV · No semicolon, comma or tab divides the columns: save the file as CSV */
  | 'FILE_SEPARATOR_UNKNOWN'
  /** Ei tiedetä, mikä taulukko luetaan: nimeä se · Det är oklart vilket blad som ska läsas: ange det · It is not clear which sheet to read: name it */
  | 'FILE_SHEET_UNCLEAR'
  /** Tiedosto on liian suuri: jaa se osiin · Filen är för stor: dela den i delar · The file is too large: split it */
  | 'FILE_TOO_LARGE'
  /** Työkirjaa ei voi lukea: tallenna se uudelleen taulukkolaskennassa · Arbetsboken kan inte läsas: spara den på nytt i kalkylprogrammet · The workbook cannot be read: save it again in the spreadsheet program */
  | 'FILE_WORKBOOK_MALFORMED'
  /** Työkirja purkautuu liian suureksi: jaa se osiin · Arbetsboken blir för stor när den packas upp: dela den i delar · The workbook unpacks to too much: split it */
  | 'FILE_WORKBOOK_TOO_LARGE'
  /** Odottamaton virhe: kirjoitetut rivit jäivät; kerro ylläpidolle · Ett oväntat fel: de skrivna raderna finns kvar; kontakta administratören · Unexpected error: the rows written stay; tell the administrator */
  | 'IMPORT_FAILED'
  /** Pyytäjä ei enää saa tuoda yksikköön: toinen esihenkilö voi jatkaa · Den som bad får inte längre importera till enheten: en annan förman kan fortsätta · Whoever asked may not import into the unit any more: another supervisor may go on */
  | 'IMPORT_RIGHT_ENDED'
  /** Joku keskeytti tuonnin: kirjoitetut rivit jäivät, ja uusi tarkistus jatkaa niistä · Någon avbröt importen: de skrivna raderna finns kvar, och en ny kontroll fortsätter från dem · Somebody stopped the import: the rows written stay, and a new check goes on from there */
  | 'IMPORT_STOPPED'
  /** Tietokanta ei ottanut riviä vastaan: kirjoitetut rivit jäivät; kerro ylläpidolle · Databasen tog inte emot en rad: de skrivna raderna finns kvar; kontakta administratören · The database did not take a row: the rows written stay; tell the administrator */
  | 'IMPORT_WRITE_BROKEN';

/** What is proposed. */
export type ProposalKind =
  /** Päivien tai tuntien muutos · Ändring av dagar eller timmar · Change of days or hours */
  | 'CHANGE_INTENSITY'
  /** Palvelun päättäminen · Servicen avslutas · End of the service */
  | 'END'
  /** Jatko · Förlängning · Extension */
  | 'EXTEND'
  /** Palvelu ei sovi · Servicen passar inte · The service is not suitable */
  | 'NOT_RELEVANT'
  /** Ei saapunut, ei tavoitettu · Kom inte, nåddes inte · No show, no contact */
  | 'NO_SHOW'
  /** Palvelun aloittaminen · Servicen inleds · Start of the service */
  | 'START';

/** States of a Proposal. */
export type ProposalState =
  /** Hyväksytty · Godkänt · Accepted */
  | 'ACCEPTED'
  /** Kysytty lisää · Mer har frågats · Asked about */
  | 'ASKED'
  /** Luonnos · Utkast · Draft */
  | 'DRAFT'
  /** Hylätty · Avslaget · Rejected */
  | 'REJECTED'
  /** Lähetetty · Skickat · Sent */
  | 'SENT'
  /** Peruttu · Återtaget · Withdrawn */
  | 'WITHDRAWN';

/** Why a client may be the person of a referral. */
export type ReferralDuplicateReason =
  /** Sama henkilötunnus · Samma personbeteckning · Same personal identity code */
  | 'SAME_CODE'
  /** Sama sähköposti · Samma e-post · Same e-mail */
  | 'SAME_EMAIL'
  /** Sama nimi ja syntymäaika · Samma namn och födelsetid · Same names and date of birth */
  | 'SAME_NAME_AND_BIRTH'
  /** Sama puhelinnumero · Samma telefonnummer · Same phone */
  | 'SAME_PHONE';

/** States of a Referral. */
export type ReferralState =
  /** Hyväksytty · Godkänd · Accepted */
  | 'ACCEPTED'
  /** Päättynyt · Avslutad · Closed */
  | 'CLOSED'
  /** Luonnos · Utkast · Draft */
  | 'DRAFT'
  /** Rauennut · Förfallen · Expired */
  | 'EXPIRED'
  /** Lisätietoja pyydetty · Uppgifter begärda · Information requested */
  | 'INFO_REQUESTED'
  /** Haastattelussa · Intervju · Interview */
  | 'INTERVIEW'
  /** Käsittelyssä · Under behandling · In review */
  | 'IN_REVIEW'
  /** Ei saapunut · Kom inte · No show */
  | 'NO_SHOW'
  /** Vastaanotettu · Mottagen · Received */
  | 'RECEIVED'
  /** Hylätty · Avslagen · Rejected */
  | 'REJECTED'
  /** Aloittanut · Inledd · Started */
  | 'STARTED'
  /** Lähetetty · Skickad · Submitted */
  | 'SUBMITTED'
  /** Jonossa · I kö · Waitlisted */
  | 'WAITLISTED'
  /** Peruttu · Återtagen · Withdrawn */
  | 'WITHDRAWN';

/** Transitions of a Referral. */
export type ReferralTransition =
  /** Hyväksy · Godkänn · Accept: INTERVIEW, IN_REVIEW, WAITLISTED → ACCEPTED */
  | 'ACCEPT'
  /** Vastaa · Svara · Answer: INFO_REQUESTED → IN_REVIEW */
  | 'ANSWER'
  /** Päätä · Avsluta · Close: STARTED → CLOSED */
  | 'CLOSE'
  /** Merkitse rauenneeksi · Låt förfalla · Expire: WAITLISTED → EXPIRED */
  | 'EXPIRE'
  /** Kutsu haastatteluun · Kalla till intervju · Interview: IN_REVIEW → INTERVIEW */
  | 'INTERVIEW'
  /** Ei saapunut · Kom inte · Did not come: ACCEPTED → NO_SHOW */
  | 'MISS'
  /** Vastaanota · Ta emot · Receive: SUBMITTED → RECEIVED */
  | 'RECEIVE'
  /** Hylkää · Avslå · Reject: INTERVIEW, IN_REVIEW, WAITLISTED → REJECTED */
  | 'REJECT'
  /** Pyydä lisätietoja · Begär uppgifter · Request information: IN_REVIEW → INFO_REQUESTED */
  | 'REQUEST_INFO'
  /** Ota käsittelyyn · Ta till behandling · Review: RECEIVED → IN_REVIEW */
  | 'REVIEW'
  /** Aloita · Inled · Start: ACCEPTED → STARTED */
  | 'START'
  /** Lähetä · Skicka · Submit: DRAFT → SUBMITTED */
  | 'SUBMIT'
  /** Siirrä jonoon · Ställ i kö · Waitlist: INTERVIEW, IN_REVIEW → WAITLISTED */
  | 'WAITLIST'
  /** Peru · Återta · Withdraw: ACCEPTED, DRAFT, INFO_REQUESTED, INTERVIEW, IN_REVIEW, RECEIVED, SUBMITTED, WAITLISTED → WITHDRAWN */
  | 'WITHDRAW';

/** Which report on the coaching it is. */
export type ReportKind =
  /** Loppuraportti · Slutrapport · Final report */
  | 'FINAL'
  /** Väliraportti · Delrapport · Interim report */
  | 'INTERIM';

/** States of a Report. */
export type ReportState =
  /** Hyväksytty · Godkänd · Approved */
  | 'APPROVED'
  /** Asiakkaan kuultavana · Klienten hörs · The person is heard */
  | 'AT_HEARING'
  /** Toimitettu · Levererad · Delivered */
  | 'DELIVERED'
  /** Luonnos · Utkast · Draft */
  | 'DRAFT'
  /** Asiakasta kuultu · Klienten hörd · The person was heard */
  | 'HEARD';

/** Transitions of a Report. */
export type ReportTransition =
  /** Hyväksy · Godkänn · Approve: HEARD → APPROVED */
  | 'APPROVE'
  /** Toimita · Leverera · Deliver: APPROVED → DELIVERED */
  | 'DELIVER'
  /** Kirjaa kuulluksi · Anteckna som hörd · Record as heard: AT_HEARING → HEARD */
  | 'HEAR'
  /** Tulosta · Skriv ut · Print: APPROVED, DELIVERED → = */
  | 'PRINT'
  /** Näytä asiakkaalle · Visa för klienten · Show to the person: DRAFT → AT_HEARING */
  | 'SHOW'
  /** Palauta luonnokseksi · Återta till utkast · Take back to draft: APPROVED, AT_HEARING, HEARD → DRAFT */
  | 'TAKE_BACK';

/** For whom a contract is signed. */
export type SignatureParty =
  /** Järjestäjä · Arrangör · Arranger */
  | 'ARRANGER'
  /** Asiakas · Klient · Client */
  | 'CLIENT'
  /** Työpaikka · Arbetsplats · Workplace */
  | 'PROVIDER';

/** Transitions of a Substitution. */
export type SubstitutionTransition =
  /** Päätä · Avsluta · End: VALID → ENDED */
  | 'END';

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

/** A step of the workflow of an Anomaly. */
export type TransitionAnomalyInput = {
  /** Why; some transitions require it. */
  comment?: string | null | undefined;
  /** Which object. */
  id: string | number;
  /** Reason code; some transitions require it. */
  reason?: string | null | undefined;
  /** The revision the caller has seen; a newer one refuses the command. */
  revision: number;
  /** Which transition. */
  transition: AnomalyTransition;
};

/** A step of the workflow of an AttendanceMonth. */
export type TransitionAttendanceMonthInput = {
  /** Why; some transitions require it. */
  comment?: string | null | undefined;
  /** Which object. */
  id: string | number;
  /** Reason code; some transitions require it. */
  reason?: string | null | undefined;
  /** The revision the caller has seen; a newer one refuses the command. */
  revision: number;
  /** Which transition. */
  transition: AttendanceMonthTransition;
};

/** A step of the workflow of a ClientImport. */
export type TransitionClientImportInput = {
  /** Why; some transitions require it. */
  comment?: string | null | undefined;
  /** Which object. */
  id: string | number;
  /** Reason code; some transitions require it. */
  reason?: string | null | undefined;
  /** The revision the caller has seen; a newer one refuses the command. */
  revision: number;
  /** Which transition. */
  transition: ClientImportTransition;
};

/** A step of the workflow of a Contract. */
export type TransitionContractInput = {
  /** Why; some transitions require it. */
  comment?: string | null | undefined;
  /** Day on which it happened, today unless it is given; of the transitions that are `dated`. */
  happenedOn?: string | null | undefined;
  /** Which object. */
  id: string | number;
  /** Reason code; some transitions require it. */
  reason?: string | null | undefined;
  /** The revision the caller has seen; a newer one refuses the command. */
  revision: number;
  /** Which transition. */
  transition: ContractTransition;
};

/** A step of the workflow of an EmergencyAccess. */
export type TransitionEmergencyAccessInput = {
  /** Why; some transitions require it. */
  comment?: string | null | undefined;
  /** Which object. */
  id: string | number;
  /** Reason code; some transitions require it. */
  reason?: string | null | undefined;
  /** The revision the caller has seen; a newer one refuses the command. */
  revision: number;
  /** Which transition. */
  transition: EmergencyAccessTransition;
};

/** A step of the workflow of a Referral. */
export type TransitionReferralInput = {
  /** Why; some transitions require it. */
  comment?: string | null | undefined;
  /** Which object. */
  id: string | number;
  /** Reason code; some transitions require it. */
  reason?: string | null | undefined;
  /** The revision the caller has seen; a newer one refuses the command. */
  revision: number;
  /** Which transition. */
  transition: ReferralTransition;
};

/** A step of the workflow of a Report. */
export type TransitionReportInput = {
  /** Why; some transitions require it. */
  comment?: string | null | undefined;
  /** Which object. */
  id: string | number;
  /** Reason code; some transitions require it. */
  reason?: string | null | undefined;
  /** The revision the caller has seen; a newer one refuses the command. */
  revision: number;
  /** Which transition. */
  transition: ReportTransition;
};

/** A step of the workflow of a Substitution. */
export type TransitionSubstitutionInput = {
  /** Why; some transitions require it. */
  comment?: string | null | undefined;
  /** Which object. */
  id: string | number;
  /** Reason code; some transitions require it. */
  reason?: string | null | undefined;
  /** The revision the caller has seen; a newer one refuses the command. */
  revision: number;
  /** Which transition. */
  transition: SubstitutionTransition;
};

/** What changes on a ClientImport; what is not named stays. */
export type UpdateClientImportInput = {
  /** Numbers of the lines of people who are not those whom they resemble, such as `4, 7`. */
  distinctLines?: string | null | undefined;
  /** Of a CSV file that is guessed wrongly, such as iso-8859-15. */
  encoding?: string | null | undefined;
  /** Which object. */
  id: string | number;
  /** Which column is which field, and how the file spells; docs/importing.md has its form. */
  mapping?: string | null | undefined;
  /** The file has no column Turvakielto, and nobody in it is under a safety restriction. */
  nobodyIsRestricted?: boolean | null | undefined;
  /** The revision the caller has seen; a newer one refuses the command. */
  revision: number;
  /** Of a workbook in which several sheets have rows: which one. */
  sheet?: string | null | undefined;
};

/** What happened. (Tapahtuman laji) */
export type WeekEventKind =
  /** Tila tai tiedot muuttuneet · Status eller uppgifter ändrade · State or data changed */
  | 'CHANGED'
  /** Päivä kirjattu · Dag antecknad · Day recorded */
  | 'DAY_RECORDED'
  /** Kirjaus allekirjoitettu · Anteckning undertecknad · Note signed */
  | 'NOTE_SIGNED';

export type DecideAnomalyMutationVariables = Exact<{
  step: TransitionAnomalyInput;
  key: string;
}>;


export type DecideAnomalyMutation = { transitionAnomaly: { anomaly: { id: string } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type DecideEmergencyMutationVariables = Exact<{
  step: TransitionEmergencyAccessInput;
  key: string;
}>;


export type DecideEmergencyMutation = { transitionEmergencyAccess: { emergencyAccess: { id: string } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type ContractsToSignQueryVariables = Exact<{ [key: string]: never; }>;


export type ContractsToSignQuery = { contracts: { nodes: Array<{ id: string, revision: number, state: ContractState, startsOn: string, endsOn: string, tasks: string | null, client: { callName: string | null, lastName: string | null } | null, workplace: { name: string } | null, signatures: Array<{ party: SignatureParty, name: string, signedAt: string }> | null }> } };

export type DecideContractMutationVariables = Exact<{
  step: TransitionContractInput;
  key: string;
}>;


export type DecideContractMutation = { transitionContract: { secret: string | null, contract: { id: string } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type CaseloadsOfUnitQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CaseloadsOfUnitQuery = { relationships: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, startedOn: string, unit: { id: string, name: string } | null, responsibleCoach: { firstName: string | null, lastName: string } | null, client: { id: string, callName: string | null, lastName: string | null, substitutions: { nodes: Array<{ id: string, revision: number, startsOn: string, endsBefore: string | null, staffMember: { firstName: string | null, lastName: string } | null }> } | null } | null }> } };

export type WhoMayCoverQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoMayCoverQuery = { staffMembers: { nodes: Array<{ id: string, firstName: string | null, lastName: string, title: string | null }> } };

export type NameSubstituteMutationVariables = Exact<{
  cover: CreateSubstitutionInput;
  key: string;
}>;


export type NameSubstituteMutation = { createSubstitution: { substitution: { id: string } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type DecideSubstitutionMutationVariables = Exact<{
  step: TransitionSubstitutionInput;
  key: string;
}>;


export type DecideSubstitutionMutation = { transitionSubstitution: { substitution: { id: string } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type DecideMonthMutationVariables = Exact<{
  step: TransitionAttendanceMonthInput;
  key: string;
}>;


export type DecideMonthMutation = { transitionAttendanceMonth: { attendanceMonth: { id: string } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type ImportsOfClientsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ImportsOfClientsQuery = { clientImports: { nodes: Array<{ id: string, state: ClientImportState, createdAt: string, askedByName: string | null, linesRead: number | null, written: number | null, unchanged: number | null, refused: number | null, unit: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ImportPossibleQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportPossibleQuery = { units: { nodes: Array<{ id: string, name: string }> }, contentType: { files: { largest: number, isScanned: boolean, kinds: Array<{ mediaType: string, endings: Array<string> }> } | null } | null };

export type ImportOfClientsQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportOfClientsQuery = { clientImport: { id: string, revision: number, state: ClientImportState, createdAt: string, sheet: string | null, encoding: string | null, nobodyIsRestricted: boolean, distinctLines: string | null, mapping: string | null, askedByName: string | null, askedAt: string | null, linesExpected: number | null, linesRead: number | null, written: number | null, unchanged: number | null, refused: number | null, notes: Array<string>, refusal: ImportFault | null, refusalLine: number | null, refusalNames: Array<string>, endedAt: string | null, unit: { id: string, name: string } | null, refusals: { totalCount: number, nodes: Array<{ id: string, line: number, field: string | null, code: string, reason: string }> } | null } | null };

export type MakeImportMutationVariables = Exact<{
  made: CreateClientImportInput;
  key: string;
}>;


export type MakeImportMutation = { createClientImport: { clientImport: { id: string, revision: number } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type ChangeImportMutationVariables = Exact<{
  changed: UpdateClientImportInput;
  key: string;
}>;


export type ChangeImportMutation = { updateClientImport: { clientImport: { id: string, revision: number } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type AttachImportMutationVariables = Exact<{
  file: AttachInput;
  key: string;
}>;


export type AttachImportMutation = { attach: { uploadLink: string | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type StepOfImportMutationVariables = Exact<{
  step: TransitionClientImportInput;
  key: string;
}>;


export type StepOfImportMutation = { transitionClientImport: { secret: string | null, clientImport: { id: string, revision: number } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type DecideReferralMutationVariables = Exact<{
  step: TransitionReferralInput;
  key: string;
}>;


export type DecideReferralMutation = { transitionReferral: { referral: { id: string } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type ReferralToDecideQueryVariables = Exact<{
  id: string | number;
}>;


export type ReferralToDecideQuery = { referral: { id: string, revision: number, state: ReferralState, firstNames: string | null, lastName: string | null, dateOfBirth: string | null, phone: string | null, email: string | null, municipality: string | null, serviceCode: string, wantedStartOn: string | null, daysPerWeek: number | null, minutesPerDay: number | null, goals: string | null, background: string | null, basis: Basis, statute: string | null, consentGivenOn: string | null, consentValidUntil: string | null, planKind: string | null, planReference: string | null, payer: string | null, receivedAt: string | null, dueOn: string | null, agency: { name: string } | null, official: { firstName: string | null, lastName: string } | null, awaitedFiles: Array<{ name: string }> | null, formAnswers: { nodes: Array<{ id: string, state: FormAnswerState, answers: unknown, template: { titleFi: string, titleSv: string, titleEn: string, jsonSchema: unknown } | null, sections: Array<{ name: string, fi: string, sv: string, en: string, keys: Array<string>, read: string, mayRead: boolean, mayWrite: boolean }> }> } | null } | null, referralDuplicates: Array<{ clientId: string, reasons: Array<ReferralDuplicateReason> }> };

export type DecideReportMutationVariables = Exact<{
  step: TransitionReportInput;
  key: string;
}>;


export type DecideReportMutation = { transitionReport: { secret: string | null, report: { id: string } | null, errors: Array<{ code: ErrorCode, path: Array<string>, message: string }> } };

export type TasksOfUnitQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TasksOfUnitQuery = { tasks: { nodes: Array<{ kind: TaskKind, dueOn: string | null, title: { fi: string, sv: string, en: string } | null, object:
        | { id: string, client: { callName: string | null, lastName: string | null } | null }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string, client: { callName: string | null, lastName: string | null } | null }
        | { month: string, id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { callName: string | null, lastName: string | null, id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string, client: { callName: string | null, lastName: string | null } | null }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string, client: { callName: string | null, lastName: string | null } | null }
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
        | { id: string, client: { callName: string | null, lastName: string | null } | null }
        | { id: string, client: { callName: string | null, lastName: string | null } | null }
        | { id: string }
        | { id: string }
        | { id: string }
        | { lastName: string | null, firstNames: string | null, id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string, client: { callName: string | null, lastName: string | null } | null }
        | { id: string, client: { callName: string | null, lastName: string | null } | null }
        | { id: string }
        | { id: string, client: { callName: string | null, lastName: string | null } | null }
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

export type UnitTaskFragment = { kind: TaskKind, dueOn: string | null, title: { fi: string, sv: string, en: string } | null, object:
    | { id: string, client: { callName: string | null, lastName: string | null } | null }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, client: { callName: string | null, lastName: string | null } | null }
    | { month: string, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { callName: string | null, lastName: string | null, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, client: { callName: string | null, lastName: string | null } | null }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, client: { callName: string | null, lastName: string | null } | null }
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
    | { id: string, client: { callName: string | null, lastName: string | null } | null }
    | { id: string, client: { callName: string | null, lastName: string | null } | null }
    | { id: string }
    | { id: string }
    | { id: string }
    | { lastName: string | null, firstNames: string | null, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, client: { callName: string | null, lastName: string | null } | null }
    | { id: string, client: { callName: string | null, lastName: string | null } | null }
    | { id: string }
    | { id: string, client: { callName: string | null, lastName: string | null } | null }
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
   };

export type PoikkeavatKatselutQueryVariables = Exact<{ [key: string]: never; }>;


export type PoikkeavatKatselutQuery = { anomalies: { totalCount: number, nodes: Array<{ id: string, revision: number, kind: AnomalyKind, startsAt: string, endsBefore: string, looks: number, count: number, threshold: number, staffMember: { firstName: string | null, lastName: string } | null }> } };

export type VahvistettavatPaivatQueryVariables = Exact<{
  ennen: string;
}>;


export type VahvistettavatPaivatQuery = { selvittamatta: { totalCount: number, nodes: Array<{ id: string, revision: number, day: string, client: { callName: string | null, lastName: string | null } | null }> }, kaikki: { totalCount: number } };

export type TarkastettavatAvauksetQueryVariables = Exact<{ [key: string]: never; }>;


export type TarkastettavatAvauksetQuery = { emergencyAccesses: { nodes: Array<{ id: string, revision: number, state: EmergencyAccessState, createdAt: string, endsAt: string, reason: string | null, staffMember: { firstName: string | null, lastName: string } | null, client: { callName: string | null, lastName: string | null } | null }> } };

export type OnkoTilaaQueryVariables = Exact<{ [key: string]: never; }>;


export type OnkoTilaaQuery = { units: { nodes: Array<{ name: string, capacity: number | null, answerDays: number, waitlistDays: number }> }, relationships: { totalCount: number }, accepted: { totalCount: number }, waiting: { totalCount: number, nodes: Array<{ id: string, revision: number, waitlistUntil: string | null, lastName: string | null }> } };

export type SaapuneetQueryVariables = Exact<{
  odottavat?: Array<ReferralState> | ReferralState | null | undefined;
}>;


export type SaapuneetQuery = { referrals: { totalCount: number, nodes: Array<{ id: string, revision: number, state: ReferralState, dueOn: string | null, firstNames: string | null, lastName: string | null, serviceCode: string, wantedStartOn: string | null, agency: { name: string } | null, awaitedFiles: Array<{ name: string }> | null, proposals: { nodes: Array<{ kind: ProposalKind, state: ProposalState }> } | null }> } };

export type KuukaudetQueryVariables = Exact<{ [key: string]: never; }>;


export type KuukaudetQuery = { attendanceMonths: { nodes: Array<{ id: string, revision: number, month: string, state: AttendanceMonthState, lockedAt: string | null, unit: { name: string } | null }> } };

export type YksikonViikkoQueryVariables = Exact<{
  alkaen: string;
  jalkeen?: string | null | undefined;
}>;


export type YksikonViikkoQuery = { myWeek: { from: string, before: string, happened: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ kind: WeekEventKind, at: string, object:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { day: string, code: string | null, id: string, client: { callName: string | null, lastName: string | null } | null }
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
          | { id: string, contractState: ContractState, client: { callName: string | null, lastName: string | null } | null }
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
          | { state: ReferralState, lastName: string | null, id: string }
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
         }> }, due: { nodes: Array<{ kind: TaskKind, dueOn: string | null, object:
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
         }> }, waiting: { nodes: Array<{ kind: TaskKind, dueOn: string | null, object:
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
         }> } } };

export type HyvaksyttavatRaportitQueryVariables = Exact<{ [key: string]: never; }>;


export type HyvaksyttavatRaportitQuery = { reports: { nodes: Array<{ id: string, revision: number, state: ReportState, kind: ReportKind, startsOn: string, endsOn: string, summary: string | null, clientView: string | null, client: { callName: string | null, lastName: string | null } | null }> } };

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
export const UnitTaskFragmentDoc = new TypedDocumentString(`
    fragment UnitTask on Task {
  kind
  dueOn
  title {
    fi
    sv
    en
  }
  object {
    id
    ... on Referral {
      lastName
      firstNames
    }
    ... on Contract {
      client {
        callName
        lastName
      }
    }
    ... on Programme {
      client {
        callName
        lastName
      }
    }
    ... on Relationship {
      client {
        callName
        lastName
      }
    }
    ... on Report {
      client {
        callName
        lastName
      }
    }
    ... on Proposal {
      client {
        callName
        lastName
      }
    }
    ... on AbsenceReport {
      client {
        callName
        lastName
      }
    }
    ... on Attendance {
      client {
        callName
        lastName
      }
    }
    ... on Client {
      callName
      lastName
    }
    ... on Representation {
      client {
        callName
        lastName
      }
    }
    ... on EmergencyAccess {
      client {
        callName
        lastName
      }
    }
    ... on AttendanceMonth {
      month
    }
  }
}
    `, {"fragmentName":"UnitTask"}) as unknown as TypedDocumentString<UnitTaskFragment, unknown>;
export const DecideAnomalyDocument = new TypedDocumentString(`
    mutation DecideAnomaly($step: TransitionAnomalyInput!, $key: String!) {
  transitionAnomaly(input: $step, idempotencyKey: $key) {
    anomaly {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideAnomalyMutation, DecideAnomalyMutationVariables>;
export const DecideEmergencyDocument = new TypedDocumentString(`
    mutation DecideEmergency($step: TransitionEmergencyAccessInput!, $key: String!) {
  transitionEmergencyAccess(input: $step, idempotencyKey: $key) {
    emergencyAccess {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideEmergencyMutation, DecideEmergencyMutationVariables>;
export const ContractsToSignDocument = new TypedDocumentString(`
    query ContractsToSign {
  contracts(
    filter: {state: {eq: AWAITING_SIGNATURES}}
    orderBy: STARTS_ON
    first: 30
  ) {
    nodes {
      id
      revision
      state
      startsOn
      endsOn
      tasks
      client {
        callName
        lastName
      }
      workplace {
        name
      }
      signatures {
        party
        name
        signedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ContractsToSignQuery, ContractsToSignQueryVariables>;
export const DecideContractDocument = new TypedDocumentString(`
    mutation DecideContract($step: TransitionContractInput!, $key: String!) {
  transitionContract(input: $step, idempotencyKey: $key) {
    contract {
      id
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideContractMutation, DecideContractMutationVariables>;
export const CaseloadsOfUnitDocument = new TypedDocumentString(`
    query CaseloadsOfUnit($after: String) {
  relationships(
    filter: {state: {eq: ACTIVE}}
    orderBy: STARTED_ON_DESC
    first: 200
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      startedOn
      unit {
        id
        name
      }
      responsibleCoach {
        firstName
        lastName
      }
      client {
        id
        callName
        lastName
        substitutions(filter: {state: {eq: VALID}}, first: 3) {
          nodes {
            id
            revision
            startsOn
            endsBefore
            staffMember {
              firstName
              lastName
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CaseloadsOfUnitQuery, CaseloadsOfUnitQueryVariables>;
export const WhoMayCoverDocument = new TypedDocumentString(`
    query WhoMayCover {
  staffMembers(first: 100) {
    nodes {
      id
      firstName
      lastName
      title
    }
  }
}
    `) as unknown as TypedDocumentString<WhoMayCoverQuery, WhoMayCoverQueryVariables>;
export const NameSubstituteDocument = new TypedDocumentString(`
    mutation NameSubstitute($cover: CreateSubstitutionInput!, $key: String!) {
  createSubstitution(input: $cover, idempotencyKey: $key) {
    substitution {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<NameSubstituteMutation, NameSubstituteMutationVariables>;
export const DecideSubstitutionDocument = new TypedDocumentString(`
    mutation DecideSubstitution($step: TransitionSubstitutionInput!, $key: String!) {
  transitionSubstitution(input: $step, idempotencyKey: $key) {
    substitution {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideSubstitutionMutation, DecideSubstitutionMutationVariables>;
export const DecideMonthDocument = new TypedDocumentString(`
    mutation DecideMonth($step: TransitionAttendanceMonthInput!, $key: String!) {
  transitionAttendanceMonth(input: $step, idempotencyKey: $key) {
    attendanceMonth {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideMonthMutation, DecideMonthMutationVariables>;
export const ImportsOfClientsDocument = new TypedDocumentString(`
    query ImportsOfClients($after: String) {
  clientImports(orderBy: CREATED_DESC, first: 20, after: $after) {
    nodes {
      id
      state
      createdAt
      askedByName
      linesRead
      written
      unchanged
      refused
      unit {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ImportsOfClientsQuery, ImportsOfClientsQueryVariables>;
export const ImportPossibleDocument = new TypedDocumentString(`
    query ImportPossible {
  units(filter: {state: {eq: ACTIVE}}, first: 200) {
    nodes {
      id
      name
    }
  }
  contentType(name: "ClientImport") {
    files {
      largest
      isScanned
      kinds {
        mediaType
        endings
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPossibleQuery, ImportPossibleQueryVariables>;
export const ImportOfClientsDocument = new TypedDocumentString(`
    query ImportOfClients($id: ID!) {
  clientImport(id: $id) {
    id
    revision
    state
    createdAt
    sheet
    encoding
    nobodyIsRestricted
    distinctLines
    mapping
    askedByName
    askedAt
    linesExpected
    linesRead
    written
    unchanged
    refused
    notes
    refusal
    refusalLine
    refusalNames
    endedAt
    unit {
      id
      name
    }
    refusals(first: 100) {
      totalCount
      nodes {
        id
        line
        field
        code
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportOfClientsQuery, ImportOfClientsQueryVariables>;
export const MakeImportDocument = new TypedDocumentString(`
    mutation MakeImport($made: CreateClientImportInput!, $key: String!) {
  createClientImport(input: $made, idempotencyKey: $key) {
    clientImport {
      id
      revision
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MakeImportMutation, MakeImportMutationVariables>;
export const ChangeImportDocument = new TypedDocumentString(`
    mutation ChangeImport($changed: UpdateClientImportInput!, $key: String!) {
  updateClientImport(input: $changed, idempotencyKey: $key) {
    clientImport {
      id
      revision
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeImportMutation, ChangeImportMutationVariables>;
export const AttachImportDocument = new TypedDocumentString(`
    mutation AttachImport($file: AttachInput!, $key: String!) {
  attach(input: $file, idempotencyKey: $key) {
    uploadLink
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AttachImportMutation, AttachImportMutationVariables>;
export const StepOfImportDocument = new TypedDocumentString(`
    mutation StepOfImport($step: TransitionClientImportInput!, $key: String!) {
  transitionClientImport(input: $step, idempotencyKey: $key) {
    clientImport {
      id
      revision
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StepOfImportMutation, StepOfImportMutationVariables>;
export const DecideReferralDocument = new TypedDocumentString(`
    mutation DecideReferral($step: TransitionReferralInput!, $key: String!) {
  transitionReferral(input: $step, idempotencyKey: $key) {
    referral {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideReferralMutation, DecideReferralMutationVariables>;
export const ReferralToDecideDocument = new TypedDocumentString(`
    query ReferralToDecide($id: ID!) {
  referral(id: $id) {
    id
    revision
    state
    firstNames
    lastName
    dateOfBirth
    phone
    email
    municipality
    serviceCode
    wantedStartOn
    daysPerWeek
    minutesPerDay
    goals
    background
    basis
    statute
    consentGivenOn
    consentValidUntil
    planKind
    planReference
    payer
    receivedAt
    dueOn
    agency {
      name
    }
    official {
      firstName
      lastName
    }
    awaitedFiles {
      name
    }
    formAnswers(first: 5) {
      nodes {
        id
        state
        template {
          titleFi
          titleSv
          titleEn
          jsonSchema
        }
        sections {
          name
          fi
          sv
          en
          keys
          read
          mayRead
          mayWrite
        }
        answers
      }
    }
  }
  referralDuplicates(referralId: $id) {
    clientId
    reasons
  }
}
    `) as unknown as TypedDocumentString<ReferralToDecideQuery, ReferralToDecideQueryVariables>;
export const DecideReportDocument = new TypedDocumentString(`
    mutation DecideReport($step: TransitionReportInput!, $key: String!) {
  transitionReport(input: $step, idempotencyKey: $key) {
    report {
      id
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideReportMutation, DecideReportMutationVariables>;
export const TasksOfUnitDocument = new TypedDocumentString(`
    query TasksOfUnit($after: String) {
  tasks(first: 200, after: $after) {
    nodes {
      ...UnitTask
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment UnitTask on Task {
  kind
  dueOn
  title {
    fi
    sv
    en
  }
  object {
    id
    ... on Referral {
      lastName
      firstNames
    }
    ... on Contract {
      client {
        callName
        lastName
      }
    }
    ... on Programme {
      client {
        callName
        lastName
      }
    }
    ... on Relationship {
      client {
        callName
        lastName
      }
    }
    ... on Report {
      client {
        callName
        lastName
      }
    }
    ... on Proposal {
      client {
        callName
        lastName
      }
    }
    ... on AbsenceReport {
      client {
        callName
        lastName
      }
    }
    ... on Attendance {
      client {
        callName
        lastName
      }
    }
    ... on Client {
      callName
      lastName
    }
    ... on Representation {
      client {
        callName
        lastName
      }
    }
    ... on EmergencyAccess {
      client {
        callName
        lastName
      }
    }
    ... on AttendanceMonth {
      month
    }
  }
}`) as unknown as TypedDocumentString<TasksOfUnitQuery, TasksOfUnitQueryVariables>;
export const PoikkeavatKatselutDocument = new TypedDocumentString(`
    query PoikkeavatKatselut {
  anomalies(filter: {state: {eq: OPEN}}, orderBy: STARTS_AT_DESC, first: 20) {
    totalCount
    nodes {
      id
      revision
      kind
      staffMember {
        firstName
        lastName
      }
      startsAt
      endsBefore
      looks
      count
      threshold
    }
  }
}
    `) as unknown as TypedDocumentString<PoikkeavatKatselutQuery, PoikkeavatKatselutQueryVariables>;
export const VahvistettavatPaivatDocument = new TypedDocumentString(`
    query VahvistettavatPaivat($ennen: Date!) {
  selvittamatta: attendance(
    filter: {state: {eq: RECORDED}, code: {eq: "ABSENT_PENDING"}, day: {lt: $ennen}}
    first: 20
  ) {
    totalCount
    nodes {
      id
      revision
      day
      client {
        callName
        lastName
      }
    }
  }
  kaikki: attendance(filter: {state: {eq: RECORDED}, day: {lt: $ennen}}, first: 0) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<VahvistettavatPaivatQuery, VahvistettavatPaivatQueryVariables>;
export const TarkastettavatAvauksetDocument = new TypedDocumentString(`
    query TarkastettavatAvaukset {
  emergencyAccesses(filter: {state: {in: [OPEN, ENDED]}}) {
    nodes {
      id
      revision
      state
      createdAt
      endsAt
      reason
      staffMember {
        firstName
        lastName
      }
      client {
        callName
        lastName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TarkastettavatAvauksetQuery, TarkastettavatAvauksetQueryVariables>;
export const OnkoTilaaDocument = new TypedDocumentString(`
    query OnkoTilaa {
  units(first: 10) {
    nodes {
      name
      capacity
      answerDays
      waitlistDays
    }
  }
  relationships(filter: {state: {eq: ACTIVE}}, first: 0) {
    totalCount
  }
  accepted: referrals(filter: {state: {eq: ACCEPTED}}, first: 0) {
    totalCount
  }
  waiting: referrals(
    filter: {state: {eq: WAITLISTED}}
    orderBy: CREATED
    first: 20
  ) {
    totalCount
    nodes {
      id
      revision
      waitlistUntil
      lastName
    }
  }
}
    `) as unknown as TypedDocumentString<OnkoTilaaQuery, OnkoTilaaQueryVariables>;
export const SaapuneetDocument = new TypedDocumentString(`
    query Saapuneet($odottavat: [ReferralState!]) {
  referrals(filter: {state: {in: $odottavat}}, orderBy: DUE_ON, first: 30) {
    totalCount
    nodes {
      id
      revision
      state
      dueOn
      firstNames
      lastName
      serviceCode
      wantedStartOn
      agency {
        name
      }
      awaitedFiles {
        name
      }
      proposals(first: 3) {
        nodes {
          kind
          state
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SaapuneetQuery, SaapuneetQueryVariables>;
export const KuukaudetDocument = new TypedDocumentString(`
    query Kuukaudet {
  attendanceMonths(orderBy: MONTH_DESC, first: 24) {
    nodes {
      id
      revision
      month
      state
      lockedAt
      unit {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KuukaudetQuery, KuukaudetQueryVariables>;
export const YksikonViikkoDocument = new TypedDocumentString(`
    query YksikonViikko($alkaen: Date!, $jalkeen: String) {
  myWeek(from: $alkaen) {
    from
    before
    happened(first: 50, after: $jalkeen) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        kind
        at
        object {
          id
          ... on Referral {
            state
            lastName
          }
          ... on Attendance {
            day
            code
            client {
              callName
              lastName
            }
          }
          ... on Contract {
            contractState: state
            client {
              callName
              lastName
            }
          }
        }
      }
    }
    due(first: 50) {
      nodes {
        kind
        dueOn
        object {
          id
        }
      }
    }
    waiting(first: 50) {
      nodes {
        kind
        dueOn
        object {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<YksikonViikkoQuery, YksikonViikkoQueryVariables>;
export const HyvaksyttavatRaportitDocument = new TypedDocumentString(`
    query HyvaksyttavatRaportit {
  reports(filter: {state: {in: [HEARD, APPROVED]}}, first: 20) {
    nodes {
      id
      revision
      state
      kind
      startsOn
      endsOn
      summary
      clientView
      client {
        callName
        lastName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HyvaksyttavatRaportitQuery, HyvaksyttavatRaportitQueryVariables>;