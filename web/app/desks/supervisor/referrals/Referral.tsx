// One referral, as whole as the supervisor may see it, beside its decision.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { sectionsOf, textOf } from '../../../fields/answers/questions';
import { Answers as AnswersOf } from '../../../fields/answers/SectionFields';
import { useAnswerWords } from '../../../fields/answers/words';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { DecideReferralDocument, ReferralToDecideDocument, type ReferralToDecideQuery } from '../../../generated/supervisor/graphql';
import { Decide } from '../../../records/Decide';
import { type Fact, Facts } from '../../../records/Record';
import { useWords } from '../words';

type Whole = NonNullable<ReferralToDecideQuery['referral']>;

/** The page of one referral. */
export function Referral({ id }: { id: string }): ReactNode {
  const words = useWords();
  const look = useLook(ReferralToDecideDocument, { id });
  return (
    <Page title={words.referral}>
      <p>
        <Link href="/referrals">← {words.toReferrals}</Link>
      </p>
      <Answered look={look}>
        {({ referral, referralDuplicates }) =>
          referral ? (
            <WholeReferral referral={referral} again={look.again} isKnown={Boolean(referralDuplicates?.length)} />
          ) : (
            <p>{words.noReferral}</p>
          )
        }
      </Answered>
    </Page>
  );
}

function WholeReferral({ referral, again, isKnown }: { referral: Whole; again: () => void; isKnown: boolean }): ReactNode {
  const words = useWords();
  const titleOf = useTitles('ofType', 'Referral');
  const name = `${referral.firstNames ?? ''} ${referral.lastName ?? ''}`.trim();
  return (
    <div className="stack-large">
      {isKnown ? <p className="notice warn">{words.known}</p> : null}
      <div className="row apart">
        <h2>
          {name} <span className="tag note">{titleOf(referral.state)}</span>
        </h2>
        <Decide type="Referral" document={DecideReferralDocument} object={referral} about={name} onDone={again} />
      </div>
      <Person referral={referral} />
      <Service referral={referral} />
      {(['goals', 'background'] as const).map((part) =>
        referral[part] ? (
          <section key={part} className="card">
            <h2>{titleOf(part)}</h2>
            <p className="pre text">{referral[part]}</p>
          </section>
        ) : null,
      )}
      <Answers referral={referral} />
    </div>
  );
}

function Person({ referral }: { referral: Whole }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'Referral');
  const municipalityOf = useTitles('ofTerms', 'municipality');
  return (
    <section className="card">
      <h2>{words.person}</h2>
      <Facts
        facts={[
          [titleOf('dateOfBirth'), whole(referral.dateOfBirth)],
          [titleOf('phone'), referral.phone],
          [titleOf('email'), referral.email],
          [titleOf('municipality'), municipalityOf(referral.municipality)],
        ]}
      />
    </section>
  );
}

function Service({ referral }: { referral: Whole }): ReactNode {
  const words = useWords();
  const { whole, moment } = useDays();
  const titleOf = useTitles('ofType', 'Referral');
  const serviceOf = useTitles('ofServices', '');
  const planOf = useTitles('ofTerms', 'plan_kind');
  const basisOf = useTitles('ofChoice', 'Basis');
  const facts: Fact[] = [
    [titleOf('agency'), referral.agency?.name],
    [titleOf('official'), referral.official ? `${referral.official.firstName} ${referral.official.lastName}` : null],
    [titleOf('serviceCode'), serviceOf(referral.serviceCode)],
    [titleOf('wantedStartOn'), whole(referral.wantedStartOn)],
    [titleOf('daysPerWeek'), referral.daysPerWeek],
    [titleOf('minutesPerDay'), referral.minutesPerDay],
    [titleOf('basis'), basisOf(referral.basis)],
    [titleOf('consentGivenOn'), whole(referral.consentGivenOn)],
    [titleOf('consentValidUntil'), whole(referral.consentValidUntil)],
    [titleOf('planKind'), planOf(referral.planKind)],
    [titleOf('planReference'), referral.planReference],
    [titleOf('payer'), referral.payer],
    [titleOf('receivedAt'), moment(referral.receivedAt)],
    [titleOf('dueOn'), whole(referral.dueOn)],
    [words.awaited, referral.awaitedFiles?.map((file) => file.name).join(', ')],
  ];
  return (
    <section className="card">
      <h2>{words.service}</h2>
      <Facts facts={facts} />
    </section>
  );
}

function Answers({ referral }: { referral: Whole }): ReactNode {
  const words = useWords();
  const { unread } = useAnswerWords();
  const { language } = usePage();
  const forms = referral.formAnswers?.nodes ?? [];
  return (
    <section className="stack">
      <h2>{words.answers}</h2>
      {forms.length ? null : <p className="quiet">{words.noAnswers}</p>}
      {forms.map((form) => (
        <div key={form.id} className="card">
          <h3>{form.template ? { fi: form.template.titleFi, sv: form.template.titleSv, en: form.template.titleEn }[language] : ''}</h3>
          {sectionsOf(form.template?.jsonSchema, form.sections).map(({ part, questions }) => (
            <section key={part.name}>
              <h4>{part[language]}</h4>
              {part.mayRead ? <AnswersOf questions={questions} textOf={(key) => textOf((form.answers as { [key: string]: unknown } | null)?.[key])} /> : <p className="quiet">{unread}</p>}
            </section>
          ))}
        </div>
      ))}
    </section>
  );
}
