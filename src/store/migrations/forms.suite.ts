/** Takes the tables back to the form of the first release, as a store has it that was written then. */
export const FIRST_FORM = `
  drop table report; drop table unreported; drop table history; drop table ledger;
  drop table delivery; drop table alert; drop table source_state; drop table judgement;
  drop table event_count; drop table event_actor; drop table event_file; drop table problem_version;
  drop table session; drop table account; drop table audit;
  pragma user_version = 1`;
