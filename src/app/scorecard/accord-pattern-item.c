/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pattern-item.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-pattern-words.h"

/* A pattern that shows. */
typedef struct
{
  AccordPatternKind kind;
  char *sentences; /* a line each */
} Shown;

struct _AccordPatternItem
{
  GObject parent_instance;

  gint64 member;
  char *name;
  GArray *shown; /* of Shown */
  char *deadlines;
  char *label;
  char *heading;
  char *period;
  AccordDate as_of;
};

G_DEFINE_FINAL_TYPE (AccordPatternItem, accord_pattern_item, G_TYPE_OBJECT)

static void
shown_clear (gpointer data)
{
  g_free (((Shown *) data)->sentences);
}

static void
accord_pattern_item_finalize (GObject *object)
{
  AccordPatternItem *self = ACCORD_PATTERN_ITEM (object);

  g_free (self->name);
  g_array_unref (self->shown);
  g_free (self->deadlines);
  g_free (self->label);
  g_free (self->heading);
  g_free (self->period);

  G_OBJECT_CLASS (accord_pattern_item_parent_class)->finalize (object);
}

static void
accord_pattern_item_class_init (AccordPatternItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_pattern_item_finalize;
}

static void
accord_pattern_item_init (AccordPatternItem *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  g_array_set_clear_func (self->shown, shown_clear);
}

static void
add_shown (AccordPatternItem        *self,
           const AccordPatternTable *table,
           const AccordPatternRow   *row,
           const char               *currency,
           int                       decimals)
{
  for (guint i = 0; i < ACCORD_N_PATTERNS; i++)
    {
      Shown shown = { .kind = row->patterns[i].kind };
      g_autoptr (GPtrArray) sentences = NULL;

      if (row->patterns[i].state != ACCORD_PATTERN_SHOWS)
        continue;
      sentences = accord_pattern_list_sentences (&row->patterns[i], &row->figures, &table->team, currency, decimals);
      g_ptr_array_add (sentences, NULL);
      shown.sentences = g_strjoinv ("\n", (char **) sentences->pdata);
      g_array_append_val (self->shown, shown);
    }
}

static char *
dup_label (AccordPatternItem *self)
{
  g_autofree char *titles = NULL;

  /* Translators: %s is a member's name: of the patterns that one looks for. */
  if (self->shown->len == 0)
    return g_strdup_printf (_("%s: no pattern shows"), self->name);

  titles = g_strdup (accord_pattern_item_get_title (self, 0));
  for (guint i = 1; i < self->shown->len; i++)
    {
      g_autofree char *before = g_steal_pointer (&titles);

      /* Translators: a list that grows: %1 is the patterns up to there, %2 the next one. */
      titles = g_strdup_printf (C_("patterns", "%1$s, %2$s"), before, accord_pattern_item_get_title (self, i));
    }

  /* Translators: %1 is a member's name, %2 the patterns that show, such as "Early losses, Uneven follow-up". */
  return g_strdup_printf (C_("patterns", "%1$s: %2$s"), self->name, titles);
}

AccordPatternItem *
accord_pattern_item_new (AccordMember             *member,
                         const AccordPatternTable *table,
                         const AccordPatternRow   *row,
                         const char               *period,
                         const char               *currency,
                         int                       decimals)
{
  AccordPatternItem *self = g_object_new (ACCORD_TYPE_PATTERN_ITEM, NULL);
  const AccordDeadlines none = { 0 };
  g_autofree char *deadlines = accord_deadlines_to_words (row != NULL ? &row->figures.deadlines : &none);

  self->member = accord_record_get_id (ACCORD_RECORD (member));
  self->name = g_strdup (accord_member_get_name (member));
  self->period = g_strdup (period);
  self->as_of = table->as_of;
  /* Said once: the pattern has the same figures. */
  if (row == NULL || row->patterns[ACCORD_PATTERN_FOLLOW_UP].state != ACCORD_PATTERN_SHOWS)
    /* Translators: %s is how many follow-ups were done by their day, or "n/a". */
    self->deadlines = g_strdup_printf (_("Deadlines met: %s"), deadlines);
  if (row != NULL)
    add_shown (self, table, row, currency, decimals);
  self->label = dup_label (self);

  return self;
}

gboolean
accord_pattern_item_equal (AccordPatternItem *self,
                           AccordPatternItem *other)
{
  if (self->member != other->member || self->as_of != other->as_of || self->shown->len != other->shown->len
      || g_strcmp0 (self->label, other->label) != 0 || g_strcmp0 (self->deadlines, other->deadlines) != 0
      || g_strcmp0 (self->heading, other->heading) != 0 || g_strcmp0 (self->period, other->period) != 0)
    return FALSE;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const Shown *one = &g_array_index (self->shown, Shown, i);
      const Shown *another = &g_array_index (other->shown, Shown, i);

      if (one->kind != another->kind || strcmp (one->sentences, another->sentences) != 0)
        return FALSE;
    }

  return TRUE;
}

gint64
accord_pattern_item_get_member (AccordPatternItem *self)
{
  return self->member;
}

const char *
accord_pattern_item_get_name (AccordPatternItem *self)
{
  return self->name;
}

guint
accord_pattern_item_get_n_patterns (AccordPatternItem *self)
{
  return self->shown->len;
}

const char *
accord_pattern_item_get_title (AccordPatternItem *self,
                               guint              i)
{
  g_return_val_if_fail (i < self->shown->len, "");

  return accord_pattern_kind_get_label (g_array_index (self->shown, Shown, i).kind);
}

const char *
accord_pattern_item_get_sentences (AccordPatternItem *self,
                                   guint              i)
{
  g_return_val_if_fail (i < self->shown->len, "");

  return g_array_index (self->shown, Shown, i).sentences;
}

const char *
accord_pattern_item_get_deadlines (AccordPatternItem *self)
{
  return self->deadlines;
}

const char *
accord_pattern_item_get_label (AccordPatternItem *self)
{
  return self->label;
}

const char *
accord_pattern_item_get_heading (AccordPatternItem *self)
{
  return self->heading;
}

void
accord_pattern_item_set_heading (AccordPatternItem *self,
                                 const char        *heading)
{
  g_free (self->heading);
  self->heading = g_strdup (heading);
}

AccordConversation *
accord_pattern_item_draft_conversation (AccordPatternItem *self)
{
  AccordConversation *draft = NULL;
  g_autofree char *day = accord_date_format (self->as_of);
  g_autofree char *purpose = NULL;
  g_autoptr (GString) facts = g_string_new (NULL);

  g_return_val_if_fail (self->shown->len > 0, NULL);

  /* Translators: what a conversation is for; %s is a quarter, such as Q4 2026. */
  purpose = g_strdup_printf (_("Talk about what the figures of %s tell"), self->period);
  /* Translators: the first line of facts; %1 is a quarter, %2 a date. */
  g_string_append_printf (facts, _("Figures of %1$s as of %2$s:"), self->period, day);
  for (guint i = 0; i < self->shown->len; i++)
    g_string_append_printf (facts, "\n%s", accord_pattern_item_get_sentences (self, i));

  draft = accord_conversation_new ();
  accord_conversation_set_member (draft, self->member);
  accord_conversation_set_kind (draft, accord_pattern_kind_get_conversation (g_array_index (self->shown, Shown, 0).kind));
  accord_conversation_set_purpose (draft, purpose);
  accord_conversation_set_facts (draft, facts->str);

  return draft;
}
