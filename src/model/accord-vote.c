/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-vote.h"

#include "accord-card.h"
#include "accord-metric.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordVote
{
  AccordRecord parent_instance;

  gint64 card;
  gint64 metric;
  gint64 member;
  gint64 ballot;
  gint64 count;
};

G_DEFINE_FINAL_TYPE (AccordVote, accord_vote, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordVote, card, "card", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordVote, metric, "metric", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordVote, member, "member", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordVote, ballot, "ballot", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordVote, count, "count", ACCORD_FIELD_INTEGER),
};

static gboolean
accord_vote_validate (AccordRecord *record,
                      GError      **error)
{
  AccordVote *self = ACCORD_VOTE (record);

  return accord_record_require_range ((self->card != 0) + (self->metric != 0), 1, 1,
                                      _("A vote is for one card, or for one building block"), error)
         && accord_record_require_range ((self->member != 0) + (self->ballot > 0), 1, 1,
                                         _("A vote is a member's, or by anonymous ballot"), error)
         && accord_record_require_range (self->count, 1, 1000, _("Nobody has that many votes"), error);
}

static void
accord_vote_class_init (AccordVoteClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_vote_validate;
  accord_record_class_install (record_class, "vote", fields, G_N_ELEMENTS (fields));
}

static void
accord_vote_init (AccordVote *self)
{
}

AccordVote *
accord_vote_new (void)
{
  return g_object_new (ACCORD_TYPE_VOTE, NULL);
}

ACCORD_DEFINE_VALUE (AccordVote, accord_vote, card, gint64)
ACCORD_DEFINE_VALUE (AccordVote, accord_vote, metric, gint64)
ACCORD_DEFINE_VALUE (AccordVote, accord_vote, member, gint64)
ACCORD_DEFINE_VALUE (AccordVote, accord_vote, ballot, gint64)
ACCORD_DEFINE_VALUE (AccordVote, accord_vote, count, gint64)

gint64
accord_vote_get_candidate (AccordVote *self,
                           GType       kind)
{
  g_return_val_if_fail (kind == ACCORD_TYPE_CARD || kind == ACCORD_TYPE_METRIC, 0);

  return kind == ACCORD_TYPE_CARD ? accord_vote_get_card (self) : accord_vote_get_metric (self);
}

void
accord_vote_set_candidate (AccordVote *self,
                           GType       kind,
                           gint64      id)
{
  g_return_if_fail (kind == ACCORD_TYPE_CARD || kind == ACCORD_TYPE_METRIC);

  if (kind == ACCORD_TYPE_CARD)
    accord_vote_set_card (self, id);
  else
    accord_vote_set_metric (self, id);
}
