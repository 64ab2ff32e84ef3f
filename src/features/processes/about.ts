import type { LeavingList, PersonalDataSource } from '../people/index.ts';
import { beganFor, notedBy, ofPerson } from './about-store.ts';
import { confirmedBy } from './reading/store.ts';

/** What processes hold about somebody, for their own copy. */
export const personalProcesses: PersonalDataSource = {
  title: 'Processes',
  read: async (tx, personId) => {
    const { answersFor, wrote } = await ofPerson(tx, personId);
    // Titles also of what they may not see any more: they confirmed that they read it, under this very title.
    const confirmed = (await confirmedBy(tx, personId)).map(({ processId: _, ...one }) => one);
    const { forYou, becauseOfYou } = await beganFor(tx, personId);
    return {
      ...{ processesYouAnswerFor: answersFor, versionsYouWrote: wrote, stepsYouNoted: await notedBy(tx, personId) },
      ...{ processesYouConfirmed: confirmed, runsThatBeginForYou: forYou, begunAsYouJoinedOrLeft: becauseOfYou },
    };
  },
};

/** What nobody answers for any more when somebody leaves. */
export const processesLeft: LeavingList = {
  title: 'Processes that need somebody else to answer for them',
  // A title may be confidential to whoever lets somebody go: they are told how many, and the owners see which.
  read: async (tx, personId) => {
    const { answersFor } = await ofPerson(tx, personId);
    if (answersFor.length === 0) return [];
    return [
      answersFor.length === 1
        ? 'One process; the owners of the organisation see which'
        : `${answersFor.length} processes; the owners of the organisation see which`,
    ];
  },
};
