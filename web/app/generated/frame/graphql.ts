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

/** What an event of the change feed says. (Muutosviesti) */
export type ChangeEventKind =
  /** An object that was named, or something of a type, was created or changed. */
  | 'CHANGED'
  /** A named object is not seen (any more): deleted, erased or hidden. It is followed no longer. */
  | 'GONE'
  /** The stream is open; what happens after this is told. */
  | 'OPENED'
  /** Events may be missing: ask anew for what is shown. The stream goes on from here. */
  | 'RESYNC';

export type FollowChangesSubscriptionVariables = Exact<{
  types?: Array<string> | string | null | undefined;
  since?: string | null | undefined;
}>;


export type FollowChangesSubscription = { changed: { kind: ChangeEventKind, type: string | null, cursor: string } };

export type TypeTitlesQueryVariables = Exact<{
  name: string;
}>;


export type TypeTitlesQuery = { contentType: { titles: { fi: string, sv: string, en: string }, fields: Array<{ name: string, relation: string | null, titles: { fi: string, sv: string, en: string } }>, states: Array<{ name: string, titles: { fi: string, sv: string, en: string } }>, transitions: Array<{ name: string, titles: { fi: string, sv: string, en: string } }> } | null };

export type ChoiceTitlesQueryVariables = Exact<{
  name: string;
}>;


export type ChoiceTitlesQuery = { __type: { enumValues: Array<{ name: string, description: string | null }> | null } | null };

export type TermTitlesQueryVariables = Exact<{
  vocabulary: string;
}>;


export type TermTitlesQuery = { terms: { nodes: Array<{ token: string, titleFi: string, titleSv: string, titleEn: string, position: number }> } };

export type ServiceTitlesQueryVariables = Exact<{ [key: string]: never; }>;


export type ServiceTitlesQuery = { serviceTypes: { nodes: Array<{ code: string, titleFi: string, titleSv: string, titleEn: string }> } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { viewer: { name: string, kind: ActorKind, staffMemberId: string | null, clientId: string | null, agencyId: string | null, roles: Array<{ role: string }> } };

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

export const FollowChangesDocument = new TypedDocumentString(`
    subscription FollowChanges($types: [String!], $since: String) {
  changed(types: $types, since: $since) {
    kind
    type
    cursor
  }
}
    `) as unknown as TypedDocumentString<FollowChangesSubscription, FollowChangesSubscriptionVariables>;
export const TypeTitlesDocument = new TypedDocumentString(`
    query TypeTitles($name: String!) {
  contentType(name: $name) {
    titles {
      fi
      sv
      en
    }
    fields {
      name
      relation
      titles {
        fi
        sv
        en
      }
    }
    states {
      name
      titles {
        fi
        sv
        en
      }
    }
    transitions {
      name
      titles {
        fi
        sv
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TypeTitlesQuery, TypeTitlesQueryVariables>;
export const ChoiceTitlesDocument = new TypedDocumentString(`
    query ChoiceTitles($name: String!) {
  __type(name: $name) {
    enumValues {
      name
      description
    }
  }
}
    `) as unknown as TypedDocumentString<ChoiceTitlesQuery, ChoiceTitlesQueryVariables>;
export const TermTitlesDocument = new TypedDocumentString(`
    query TermTitles($vocabulary: String!) {
  terms(filter: {vocabulary: {eq: $vocabulary}}, first: 200) {
    nodes {
      token
      titleFi
      titleSv
      titleEn
      position
    }
  }
}
    `) as unknown as TypedDocumentString<TermTitlesQuery, TermTitlesQueryVariables>;
export const ServiceTitlesDocument = new TypedDocumentString(`
    query ServiceTitles {
  serviceTypes(first: 200) {
    nodes {
      code
      titleFi
      titleSv
      titleEn
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceTitlesQuery, ServiceTitlesQueryVariables>;
export const WhoAmIDocument = new TypedDocumentString(`
    query WhoAmI {
  viewer {
    name
    kind
    roles {
      role
    }
    staffMemberId
    clientId
    agencyId
  }
}
    `) as unknown as TypedDocumentString<WhoAmIQuery, WhoAmIQueryVariables>;