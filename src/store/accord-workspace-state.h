/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-bulk-private.h"
#include "accord-record-list.h"
#include "accord-workspace-private.h"

G_BEGIN_DECLS

/* Private to accord-workspace*.c: what a workspace is made of, and the doors between the files it is written in. */

#define ACCORD_WORKSPACE_N_TYPES 29

/* A type of record: its list, once somebody asked for it, and the statements that store it, once they were used. */
typedef struct
{
  GType type;
  AccordRecordList *list;
  gint64 next_id;       /* never given twice while the file is open, so that a stale draft cannot hit another record */
  GHashTable *reserved; /* gint64: ids given out and not stored yet */
  AccordStatement *insert;
  AccordStatement *update;
  AccordStatement *delete;
} AccordKind;

/* What one action does to one record: NULL before it was made, NULL after it was removed. The images are nobody
 * else's. */
typedef struct
{
  GType type;
  gint64 id;
  AccordRecord *before;
  AccordRecord *after;
} AccordEntry;

/* A change that was stored, as undo keeps it. */
typedef struct
{
  char *label;
  GPtrArray *entries;
  AccordBulk *bulk; /* what brings the bulk rows back, or where the step was undone does it again; NULL for none */
} AccordStep;

/* A change on its way to the file: what it does to each record, and the drafts that learn their ids once it is
 * stored. */
typedef struct
{
  GPtrArray *entries;
  GHashTable *index;
  GPtrArray *drafts; /* of AccordRecord, with … */
  GPtrArray *images; /* … what each of them is stored as */
  gint64 next_number;
  AccordBulk *bulk;  /* the change's; NULL where it has none, or an empty one */
} AccordApplyPlan;

typedef struct _AccordStoring AccordStoring;

struct _AccordWorkspace
{
  GObject parent_instance;

  char *path;
  char *name; /* for messages */
  AccordDatabase *database;
  AccordCheckedBlocks *checked;
  gboolean read_only;
  gboolean damaged;
  gboolean changed;
  gboolean stale; /* the lists may not be what the file is: reading it again failed */
  gboolean unfinished; /* the transaction that failed may be open still, and must not be read */
  GPtrArray *unsure_drafts; /* of the change that left them stale: nobody knows yet whether it was stored */
  GPtrArray *unsure_images;
  gint64 data_version; /* SQLite's: moves when somebody else writes */
  AccordStoring *storing; /* what a thread is storing just now; NULL mostly */

  AccordKind kinds[ACCORD_WORKSPACE_N_TYPES];
  GPtrArray *done;
  GPtrArray *undone;
};

/* accord-workspace.c */
AccordWorkspace *accord_workspace_new (const char *path);
/* After a COMMIT that failed: finds out what the file holds. */
void accord_workspace_settle_commit (AccordWorkspace *self);
AccordKind *accord_workspace_get_kind (AccordWorkspace *self,
                                       GType            type);
gboolean accord_workspace_note_data_version (AccordWorkspace *self,
                                             GError         **error);
/* Tells of can-undo, can-redo and the labels. */
void accord_workspace_notify_steps (AccordWorkspace *self);
/* Tells that rows in bulk are others. */
void accord_workspace_tell_bulk (AccordWorkspace *self);

/* accord-workspace-lists.c */
AccordRecordList *accord_workspace_require_list (AccordWorkspace *self,
                                                 GType            type,
                                                 GError         **error);
/* Gives the live objects and lists what the entries hold after (backwards: before) the action. All lists are changed
 * before the first of them tells, and properties notify last. */
void accord_workspace_show (AccordWorkspace *self,
                            GPtrArray       *entries,
                            gboolean         backwards);
/* Makes the lists what the file is, and says whether they were not. Where even reading fails they stay, and are
 * stale. */
gboolean accord_workspace_reload (AccordWorkspace *self,
                                  gboolean        *changed,
                                  GError         **error);

/* accord-workspace-apply.c */
AccordEntry *accord_entry_new (GType  type,
                               gint64 id);
void accord_entry_free (AccordEntry *self);
void accord_step_free (AccordStep *self);
/* Within a transaction: stores what the entry holds after (backwards: before) the action. */
gboolean accord_workspace_store_entry (AccordWorkspace *self,
                                       AccordEntry     *entry,
                                       gboolean         backwards,
                                       GError         **error);
/* The parts that an action is applied in. The plan, which a zeroed one becomes; FALSE where the change cannot be. */
gboolean accord_workspace_plan_change (AccordWorkspace *self,
                                       AccordChange    *change,
                                       AccordApplyPlan *plan,
                                       GError         **error);
gboolean accord_apply_plan_make (AccordApplyPlan *plan,
                                 AccordWorkspace *self,
                                 AccordChange    *change,
                                 GError         **error);
gboolean accord_apply_plan_is_empty (AccordApplyPlan *plan);
void accord_apply_plan_clear (AccordApplyPlan *plan);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordApplyPlan, accord_apply_plan_clear)
/* Within a transaction: stores it. Removals go first, so that what takes the place of a removed record does not collide with
 * it; references are checked at the COMMIT, so that no order of the rest can be wrong. bulk NULL: none; before is what takes
 * its part back. Touches nothing but the file: any thread, one at a time. */
gboolean accord_workspace_store_entries (AccordWorkspace *self,
                                         GPtrArray       *entries,
                                         gboolean         backwards,
                                         AccordBulk      *bulk,
                                         AccordBulk     **before,
                                         GError         **error);
/* After the COMMIT: undo, live objects and lists learn of it. */
void accord_workspace_take_in (AccordWorkspace *self,
                               AccordChange    *change,
                               AccordApplyPlan *plan,
                               AccordBulk      *before);
/* After a failure. */
void accord_workspace_give_up (AccordWorkspace *self,
                               AccordApplyPlan *plan);
/* Gives the drafts whose images are in the lists now the ids and numbers that they were stored with. */
void accord_workspace_tell_drafts (AccordWorkspace *self,
                                   GPtrArray       *drafts,
                                   GPtrArray       *images);
void accord_workspace_forget_steps (AccordWorkspace *self);

/* accord-workspace-storing.c */
/* Stops what a thread is storing, and waits for it. */
void accord_workspace_stop_storing (AccordWorkspace *self);

G_END_DECLS
