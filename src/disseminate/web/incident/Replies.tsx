import { Link } from '@tanstack/react-router';
import type { Incident, IncidentReply } from '../../../model/incident.ts';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { INCIDENT } from '../words/text/incident.ts';

function Reply({ reply, lead }: { readonly reply: IncidentReply; readonly lead: string }) {
  const { incident, title, day, side, rung, rungTitle, said, problem, problemTitle } = reply;
  return (
    <li className={said ? 'reply is-said' : 'reply'}>
      <p>
        <span className="reply-lead">{lead}</span>{' '}
        <Link to="/incidents/$id" params={{ id: incident }} className="door" dir="auto">
          {title}
        </Link>
        <span className="muted">
          {', '}
          <When value={day} />, {side}
        </span>
      </p>
      <p className="muted">
        {INCIDENT.reply(reply, said)} ·{' '}
        <Door to={{ kind: 'incident', incident }}>{INCIDENT.rung(rung, rungTitle)}</Door> ·{' '}
        <Link to="/problems/$id" params={{ id: problem }} search={{ show: 'ladder' }}>
          {problemTitle}
        </Link>
      </p>
    </li>
  );
}

/** What it answers and what answered it, by what texts say; else by time alone, and then it only may. */
export function Replies({ incident }: { readonly incident: Incident }) {
  const { answers = [], answeredBy = [] } = incident;
  if (answers.length + answeredBy.length === 0) return null;
  return (
    <section className="picture-part" aria-labelledby="replies">
      <h2 id="replies">{INCIDENT.replies}</h2>
      <ul className="replies">
        {answers.map((reply) => (
          <Reply
            key={`to ${reply.problem} ${reply.incident}`}
            reply={reply}
            lead={reply.said ? INCIDENT.answers : INCIDENT.mayAnswer}
          />
        ))}
        {answeredBy.map((reply) => (
          <Reply
            key={`by ${reply.problem} ${reply.incident}`}
            reply={reply}
            lead={reply.said ? INCIDENT.answeredBy : INCIDENT.mayBeAnsweredBy}
          />
        ))}
      </ul>
    </section>
  );
}
