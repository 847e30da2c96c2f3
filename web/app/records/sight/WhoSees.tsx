// Who sees something now, by which way and until when. Asking is a look, so it is asked by hand.
import { type ReactNode, useState } from 'react';
import { Answered } from '../../frame/Answered';
import { useDays } from '../../frame/days';
import { useLook } from '../../frame/page-context';
import { type WhoSeesQuery, WhoSeesDocument } from '../../generated/records/graphql';
import { useRoles, useWords } from './words';
import { useLookers } from '../lookers';
import { type Part, WhatTheyMay } from './WhatTheyMay';

export type Onlooker = NonNullable<WhoSeesQuery['whoSees']>[number];

interface Shown {
  id: string;
  title: string;
  /** The parts of the object of which it may be asked what somebody sees; none where that is not asked. */
  parts?: readonly Part[];
}

/** A card that names, when somebody wants to know, everybody who sees an object. */
export function WhoSees(shown: Shown): ReactNode {
  const words = useWords();
  const [isAsked, setAsked] = useState(false);
  return (
    <section className="card" aria-labelledby="who-sees">
      <h2 id="who-sees">{shown.title}</h2>
      {isAsked ? (
        <Everybody {...shown} />
      ) : (
        <>
          <p className="quiet">{words.lead}</p>
          <div>
            <button type="button" className="button" onClick={() => setAsked(true)}>
              {words.show}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Everybody({ id, title, parts = [] }: Shown): ReactNode {
  const words = useWords();
  const look = useLook(WhoSeesDocument, { id });
  return (
    <Answered look={look}>
      {({ whoSees }) =>
        whoSees ? (
          <>
            <ul className="list plain" aria-label={title}>
              {whoSees.map((one, place) => (
                <Way key={place} one={one} />
              ))}
            </ul>
            {parts.length ? <WhatTheyMay id={id} onlookers={whoSees} parts={parts} /> : null}
          </>
        ) : (
          <p className="quiet">{words.notTold}</p>
        )
      }
    </Answered>
  );
}

function Way({ one }: { one: Onlooker }): ReactNode {
  const words = useWords();
  const rolesOf = useRoles();
  const lookerOf = useLookers();
  const { moment } = useDays();
  return (
    <li className="look">
      <span className="strong">{lookerOf({ actorName: one.name, actorKind: one.kind })}</span>
      <span className="quiet small">{one.until ? words.until(moment(one.until)) : words.noEnd}</span>
      <span>{[rolesOf(one.roles), words.ways[one.way] ?? one.way].filter(Boolean).join(' · ')}</span>
    </li>
  );
}
