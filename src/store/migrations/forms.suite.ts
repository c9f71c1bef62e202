/** Takes the tables back to the form of the first release, as a store has it that was written then. */
export const FIRST_FORM = `
  drop table report; drop table unreported; drop table history; drop table ledger;
  drop table delivery; drop table alert; drop table source_state; drop table judgement;
  drop table event_count; drop table event_actor; drop table event_file; drop table problem_version;
  drop table watch_area; drop table noted; drop table inbox_read;
  drop table session; drop table account; drop table audit;
  drop table claim_entry; drop table claim_word; drop table event_entry; drop table event_word;
  drop table unindexed; drop table saved_search;
  pragma user_version = 1`;
