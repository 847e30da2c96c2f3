// What a contract says, as a list of facts.
import type { ReactNode } from 'react';
import { useDays } from '../../../frame/days';
import { useTitles } from '../../../frame/titles';
import { useWords } from '../words';
import type { Contract } from './Contracts';

/** The facts of a contract: where, in which days of the week, what for work, who has signed. */
export function ContractText({ contract }: { contract: Contract }): ReactNode {
  const words = useWords();
  const { weekday, clock, hours, moment } = useDays();
  const partyOf = useTitles('ofChoice', 'SignatureParty');
  return (
    <dl className="facts">
      <dt>{words.place}</dt>
      <dd>{contract.workplace?.name ?? words.atArranger}</dd>
      <dt>{words.week}</dt>
      <dd>
        <ul>
          {contract.weeklyPattern?.map((slot) => (
            <li key={slot.weekday}>
              {weekday(slot.weekday)} {clock(slot.startsAt)}, {hours(slot.minutes)}
            </li>
          ))}
        </ul>
      </dd>
      {contract.tasks ? (
        <>
          <dt>{words.tasks}</dt>
          <dd>{contract.tasks}</dd>
        </>
      ) : null}
      {contract.signatures?.length ? (
        <>
          <dt>{words.signatures}</dt>
          <dd>
            <ul>
              {contract.signatures.map((signature) => (
                <li key={signature.party}>
                  {partyOf(signature.party)}: {signature.name}, {moment(signature.signedAt)}
                </li>
              ))}
            </ul>
          </dd>
        </>
      ) : null}
    </dl>
  );
}
