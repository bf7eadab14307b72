/** That a person has begun a homework, or asked to be reminded of it. Times are epoch milliseconds. */
export interface HomeworkStudent {
  person: string;
  /** As the class sees them; undefined where their platform never said. */
  name: string | undefined;
  /** When they began it; undefined of one who has only asked to be reminded. */
  begun: number | undefined;
  /** They want to be reminded before its deadline. */
  reminder: boolean;
}

/** A person's first answer to a question of a homework: the one that counts. */
export interface HomeworkAnswer {
  person: string;
  /** The question's id at that time. */
  question: string;
  right: boolean;
  /** Epoch milliseconds. */
  at: number;
}

/** What is stored of people's homework; the homework itself is an Appointment. */
export interface HomeworkRecords {
  /** They have begun it: the first time counts. `at`: epoch milliseconds. */
  begin(homework: string, who: Pick<HomeworkStudent, 'person' | 'name'>, at: number): Promise<void>;
  /** Stores an answer, for good once this resolves; of two to the same question the first one stays. It begins it. */
  answer(
    homework: string,
    who: Pick<HomeworkStudent, 'person' | 'name'>,
    answer: Omit<HomeworkAnswer, 'person'>,
  ): Promise<void>;
  /** They are to be reminded of it from now on, or no longer. `at`: epoch milliseconds. */
  remind(homework: string, who: Pick<HomeworkStudent, 'person' | 'name'>, wanted: boolean, at: number): Promise<void>;
  /** One person's, where they have begun it or asked to be reminded. */
  student(homework: string, person: string): Promise<HomeworkStudent | undefined>;
  /** All of them, in no order that says anything. */
  students(homework: string): Promise<readonly HomeworkStudent[]>;
  /** All answers, or one person's, oldest first. */
  answers(homework: string, person?: string): Promise<readonly HomeworkAnswer[]>;
  /** The ids of the classes that a person has been in and whose term goes on, the last one first. */
  classesOf(person: string): Promise<readonly string[]>;
}
