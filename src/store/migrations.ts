import type { Kysely } from 'kysely';
import { createClaimsAndPractice } from './migrations/01-create-claims-and-practice.ts';
import { createClassesAndPosts } from './migrations/02-create-classes-and-posts.ts';
import { createSessions } from './migrations/03-create-sessions.ts';
import { addNamesAndHidden } from './migrations/04-add-names-and-hidden.ts';
import { addPlayers } from './migrations/05-add-players.ts';
import { addTeams } from './migrations/06-add-teams.ts';
import { addTombstones } from './migrations/07-add-tombstones.ts';
import { dropClaimIndex } from './migrations/08-drop-claim-index.ts';
import { addKindsOfSessions } from './migrations/09-add-kinds-of-sessions.ts';
import { createManagers } from './migrations/10-create-managers.ts';
import { createAskedInVain } from './migrations/11-create-asked-in-vain.ts';
import { createAppointments } from './migrations/12-create-appointments.ts';
import { addChoices } from './migrations/13-add-choices.ts';
import { addPlayerNames } from './migrations/14-add-player-names.ts';
import { addExams } from './migrations/15-add-exams.ts';
import { createQuestionReports } from './migrations/16-create-question-reports.ts';
import { createPracticeAnswers } from './migrations/17-create-practice-answers.ts';
import { addClosedClasses } from './migrations/18-add-closed-classes.ts';
import { addCourses } from './migrations/19-add-courses.ts';
import { createHomework } from './migrations/20-create-homework.ts';
import { createClassQuestions } from './migrations/21-create-class-questions.ts';
import { createOpenSets } from './migrations/22-create-open-sets.ts';
import { createToldProblems } from './migrations/23-create-told-problems.ts';
import { findByHourAndChannel } from './migrations/24-find-by-hour-and-channel.ts';
import { createPages } from './migrations/25-create-pages.ts';
import { createLabs } from './migrations/26-create-labs.ts';
import type { Tables } from './tables.ts';

/** By their numbers, from 1. A released migration is never changed: a new one is a new file. */
export const MIGRATIONS: readonly ((db: Kysely<Tables>) => Promise<void>)[] = [
  createClaimsAndPractice,
  createClassesAndPosts,
  createSessions,
  addNamesAndHidden,
  addPlayers,
  addTeams,
  addTombstones,
  dropClaimIndex,
  addKindsOfSessions,
  createManagers,
  createAskedInVain,
  createAppointments,
  addChoices,
  addPlayerNames,
  addExams,
  createQuestionReports,
  createPracticeAnswers,
  addClosedClasses,
  addCourses,
  createHomework,
  createClassQuestions,
  createOpenSets,
  createToldProblems,
  findByHourAndChannel,
  createPages,
  createLabs,
];
