/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-conversation-prompts.h"

#include <glib/gi18n.h>

#define N_KINDS (ACCORD_CONVERSATION_KIND_IMPROVEMENT + 1)

/* In the order praise, coaching, shortfall, formal warning, improvement-plan review; NULL is as coaching, and NULL
 * there is none. */
static const struct
{
  const char *field;
  const char *prompts[N_KINDS];
} field_prompts[] = {
  { "purpose",
    { N_("What do you want to thank them for?"), N_("Goal: what do they want to get better at, and why now?"),
      N_("What has to be talked about, and what should be different afterwards?"),
      N_("What is this warning about? One matter only."), N_("Which improvement plan, and which step of it?") } },
  { "expectation",
    { N_("What would have been enough? It shows how far beyond it they went."), N_("What does good look like here?"),
      N_("What was expected: how much, how good, by when?"), N_("What was expected: how much, how good, by when?"),
      N_("What the plan asked for by today") } },
  { "agreed-where", { NULL, N_("Commitment for the year, meeting of 12 March, job description …"), NULL, NULL, NULL } },
  { "facts",
    { N_("Situation and behaviour: when and where was it, and what exactly did they do?"),
      N_("Reality: where do things stand? What you saw, with dates and figures."),
      N_("Describe: what happened, on which days; the metric against its target as of a date. No adjectives."),
      N_("Describe: what happened, on which days; the metric against its target as of a date. No adjectives."),
      N_("The metric against the plan, as of today; what was done, on which days.") } },
  { "impact",
    { N_("Impact: what did it change for the customer, the team, the number?"),
      N_("What would getting better at this change, for them and for the team?"),
      N_("Express: what does it mean for customers, colleagues, the commitment?"),
      N_("Express: what does it mean for customers, colleagues, the commitment?"), NULL } },
  { "strengths",
    { N_("Which strength showed here, and where else would it help?"), N_("What can they build on?"), NULL, NULL,
      N_("What has got better since the last time?") } },
  { "response",
    { N_("How did they do it, in their words? What would they pass on?"),
      N_("Options: what do they see themselves? What have they tried?"),
      N_("How do they see it? In their words, also where you disagree."),
      N_("How do they see it? In their words, also where you disagree."),
      N_("How do they see it? In their words, also where you disagree.") } },
  { "agreement",
    { N_("Anything to keep doing, or to show to others?"),
      N_("Will: what will they do, from when, and how will both of you notice?"),
      N_("Specify: the behaviour, how it is measured, who, by when."),
      N_("Specify: the behaviour, how it is measured, who, by when."), N_("What holds until the next review?") } },
  { "support", { NULL, N_("What did you promise to do, and by when?"), NULL, NULL, NULL } },
  { "consequence",
    { NULL, NULL, NULL, N_("What follows if it stays as it is, and what if it gets better?"),
      N_("What follows if the plan is met, and what if it is not?") } },
  { "review-outcome", { NULL, N_("What was different when you looked again?"), NULL, NULL, NULL } },
};

const char *
accord_conversation_get_prompt (AccordConversationKind kind,
                                const char            *field)
{
  g_return_val_if_fail (kind < N_KINDS, "");

  for (gsize i = 0; i < G_N_ELEMENTS (field_prompts); i++)
    {
      const char *prompt = field_prompts[i].prompts[kind];

      if (!g_str_equal (field_prompts[i].field, field))
        continue;
      if (prompt == NULL)
        prompt = field_prompts[i].prompts[ACCORD_CONVERSATION_KIND_COACHING];

      return prompt != NULL ? _(prompt) : "";
    }

  return "";
}
