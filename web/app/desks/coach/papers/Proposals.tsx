// Proposals about a client's referral: what each kind needs is asked, the rest is not.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Choice } from '../../../fields/Choice';
import { Field, ListField } from '../../../fields/Field';
import { useDays } from '../../../frame/days';
import { useHold } from '../../../frame/hold';
import { useCommand, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useAllTitles, useTitles } from '../../../frame/titles';
import {
  ChangeProposalDocument,
  type CoachProposalFragment,
  type ProposalKind,
  ProposeDocument,
  StepOfProposalDocument,
} from '../../../generated/coach/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { usePaperWords } from './words';

const PARTS = {
  START: ['startsOn', 'daysPerWeek', 'minutesPerDay'],
  EXTEND: ['endsOn'],
  END: ['endReason'],
  CHANGE_INTENSITY: ['daysPerWeek', 'minutesPerDay'],
  NOT_RELEVANT: ['notRelevantReason'],
  NO_SHOW: ['endReason'],
} as const satisfies Record<ProposalKind, readonly string[]>;
type Part = (typeof PARTS)[ProposalKind][number];
const EMPTY: Record<Part | 'text', string> = {
  text: '', startsOn: '', endsOn: '', daysPerWeek: '', minutesPerDay: '', endReason: '', notRelevantReason: '',
};
const INPUTS = Object.fromEntries(Object.keys(EMPTY).map((name) => [name, name])); // each input has the name of its field
const VOCABULARY: Partial<Record<Part, string>> = {
  endReason: 'relationship_end_reason',
  notRelevantReason: 'referral_reject_reason',
};

interface Shown {
  referralId: string | null;
  proposals: readonly CoachProposalFragment[];
  again: () => void;
}

/** The proposals of a client, and the form of a new one or of a draft. */
export function Proposals({ referralId, proposals, again }: Shown): ReactNode {
  const words = usePaperWords();
  const [written, setWritten] = useState<{ proposal: CoachProposalFragment | null } | null>(null);
  const close = (): void => setWritten(null);
  const form = { referralId: referralId ?? '', close, onDone: again };
  return (
    <>
      <Records title={words.proposals} rows={proposals} empty={referralId ? words.noProposals : words.noReferral}>
        {(one) => (
          <OneProposal key={one.id} proposal={one} again={again} edit={() => setWritten({ proposal: one })} />
        )}
      </Records>
      {written ? <ProposalForm key={written.proposal?.id} {...form} proposal={written.proposal} /> : null}
      {referralId && !written ? (
        <div>
          <button type="button" className="button" onClick={() => setWritten({ proposal: null })}>
            {words.newProposal}
          </button>
        </div>
      ) : null}
    </>
  );
}

function OneProposal({ proposal, again, edit }: { proposal: CoachProposalFragment; again: () => void; edit: () => void }): ReactNode {
  const words = usePaperWords();
  const { whole, moment } = useDays();
  const titleOf = useTitles('ofType', 'Proposal');
  const kindOf = useTitles('ofChoice', 'ProposalKind');
  const endOf = useTitles('ofTerms', 'relationship_end_reason');
  const rejectedOf = useTitles('ofTerms', 'proposal_reject_reason');
  const unfitOf = useTitles('ofTerms', 'referral_reject_reason');
  const title = kindOf(proposal.kind);
  return (
    <Record
      title={title}
      state={titleOf(proposal.state)}
      tone={proposal.state === 'ACCEPTED' ? 'good' : proposal.state === 'REJECTED' ? 'bad' : 'note'}
      facts={[
        [titleOf('startsOn'), whole(proposal.startsOn)],
        [titleOf('endsOn'), whole(proposal.endsOn)],
        [titleOf('daysPerWeek'), proposal.daysPerWeek],
        [titleOf('minutesPerDay'), proposal.minutesPerDay],
        [titleOf('endReason'), endOf(proposal.endReason)],
        [titleOf('notRelevantReason'), unfitOf(proposal.notRelevantReason)],
        [titleOf('sentAt'), moment(proposal.sentAt)],
        [titleOf('decisionReason'), rejectedOf(proposal.decisionReason)],
        [titleOf('carriedOutOn'), whole(proposal.carriedOutOn)],
      ]}
      actions={
        <>
          {proposal.state === 'DRAFT' ? (
            <button type="button" className="button" aria-label={words.editing(title)} onClick={edit}>
              {words.edit}
            </button>
          ) : null}
          <Decide type="Proposal" document={StepOfProposalDocument} object={proposal} about={title} label={words.handle} onDone={again} />
        </>
      }
    >
      {proposal.text ? <p className="pre text">{proposal.text}</p> : null}
    </Record>
  );
}

interface Written {
  referralId: string;
  proposal: CoachProposalFragment | null;
  close: () => void;
  onDone: () => void;
}

function ProposalForm({ referralId, proposal, close, onDone }: Written): ReactNode {
  const words = usePaperWords();
  const { words: frame, announce } = usePage();
  const titleOf = useTitles('ofType', 'Proposal');
  const [kind, setKind] = useState<ProposalKind | ''>(proposal?.kind ?? '');
  const [before] = useState(() => textsOf(proposal));
  const [values, setValues] = useState(before);
  const propose = useCommand(ProposeDocument);
  const change = useCommand(ChangeProposalDocument);
  const leave = useHold(values !== before);
  const parts: readonly Part[] = kind ? PARTS[kind] : [];
  const set = (part: Part | 'text') => (value: string) => setValues({ ...values, [part]: value });
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!kind) return;
    const input = { kind, ...inputOf(values, parts) };
    const done = proposal
      ? await change.run({ proposal: { id: proposal.id, revision: proposal.revision, ...input } })
      : await propose.run({ proposal: { referralId, ...input } });
    if (!done) return;
    announce(words.saved);
    onDone();
    close();
  };
  return (
    <form className="card text" onSubmit={(event) => void send(event)} aria-label={words.newProposal}>
      <Problems problems={proposal ? change.problems : propose.problems} inputs={INPUTS} />
      <Choice label={words.what} titles="ProposalKind" value={kind} onChange={(one) => setKind(one as ProposalKind)} />
      {parts.map((part) => (
        <PartField key={part} part={part} title={titleOf(part)} value={values[part]} onChange={set(part)} />
      ))}
      <Field id="text" title={titleOf('text')} kind="long" value={values.text} onChange={set('text')} />
      <div className="row">
        <button type="submit" className="button first" disabled={!kind || propose.isWaiting || change.isWaiting}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={() => leave(close)}>
          {frame.cancel}
        </button>
      </div>
    </form>
  );
}

interface PartShown {
  part: Part;
  title: string;
  value: string;
  onChange: (value: string) => void;
}

function PartField({ part, title, value, onChange }: PartShown): ReactNode {
  const terms = useAllTitles('ofTerms', VOCABULARY[part] ?? 'relationship_end_reason');
  if (VOCABULARY[part]) return <ListField id={part} title={title} options={[...(terms ?? [])]} value={value} onChange={onChange} />;
  return <Field id={part} title={title} kind={part.endsWith('On') ? 'date' : 'number'} value={value} onChange={onChange} />;
}

function textsOf(proposal: CoachProposalFragment | null): Record<Part | 'text', string> {
  const given = Object.entries(EMPTY).map(([name]) => [name, String(proposal?.[name as Part | 'text'] ?? '')]);
  return Object.fromEntries(given) as Record<Part | 'text', string>;
}

/** Return what is sent: of the kind alone, numbers as numbers, nothing as null. */
function inputOf(values: Record<Part | 'text', string>, parts: readonly Part[]): Record<string, string | number | null> {
  const given = (Object.keys(EMPTY) as (Part | 'text')[]).map((name) => {
    const text = name === 'text' || parts.includes(name) ? values[name].trim() : '';
    return [name, text === '' ? null : /^(days|minutes)Per/.test(name) ? Number(text) : text];
  });
  return Object.fromEntries(given);
}
