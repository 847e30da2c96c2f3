/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** Whether a person was there; why not is for the person and the coaching team. */
export type Presence =
  /** Poissa · Frånvarande · Absent */
  | 'ABSENT'
  /** Läsnä · Närvarande · Present */
  | 'PRESENT';

export type TanaanMeillaQueryVariables = Exact<{
  paiva: string;
}>;


export type TanaanMeillaQuery = { attendance: { nodes: Array<{ id: string, revision: number, state: AttendanceState, plannedMinutes: number | null, presence: Presence | null, contract: { callName: string | null } | null }> } };

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

export const TanaanMeillaDocument = new TypedDocumentString(`
    query TanaanMeilla($paiva: Date!) {
  attendance(filter: {day: {eq: $paiva}}, first: 50) {
    nodes {
      id
      revision
      state
      plannedMinutes
      presence
      contract {
        callName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TanaanMeillaQuery, TanaanMeillaQueryVariables>;