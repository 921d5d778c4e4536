/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-workspace-state.h"

#include <glib/gi18n.h>

#include "accord-account.h"
#include "accord-action.h"
#include "accord-addendum.h"
#include "accord-ask.h"
#include "accord-board-rules.h"
#include "accord-card.h"
#include "accord-commitment.h"
#include "accord-forecast.h"
#include "accord-goal-entry.h"
#include "accord-goal-viewer.h"
#include "accord-goal.h"
#include "accord-holiday.h"
#include "accord-import-mapping.h"
#include "accord-import-row.h"
#include "accord-import.h"
#include "accord-leave.h"
#include "accord-member.h"
#include "accord-membership.h"
#include "accord-metric.h"
#include "accord-pay-terms.h"
#include "accord-plan-year.h"
#include "accord-plan.h"
#include "accord-quota.h"
#include "accord-strategy.h"
#include "accord-target.h"
#include "accord-territory.h"
#include "accord-vote.h"

G_DEFINE_FINAL_TYPE (AccordWorkspace, accord_workspace, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint bulk_changed;

static const char *
step_label (GPtrArray *steps)
{
  return steps->len > 0 ? ((AccordStep *) g_ptr_array_index (steps, steps->len - 1))->label : NULL;
}

static void
accord_workspace_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AccordWorkspace *self = ACCORD_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, accord_workspace_can_undo (self));
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, accord_workspace_can_redo (self));
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, step_label (self->done));
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, step_label (self->undone));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_workspace_dispose (GObject *object)
{
  accord_workspace_close (ACCORD_WORKSPACE (object));

  G_OBJECT_CLASS (accord_workspace_parent_class)->dispose (object);
}

static void
accord_workspace_finalize (GObject *object)
{
  AccordWorkspace *self = ACCORD_WORKSPACE (object);

  for (guint i = 0; i < ACCORD_WORKSPACE_N_TYPES; i++)
    {
      g_clear_object (&self->kinds[i].list);
      g_clear_pointer (&self->kinds[i].reserved, g_hash_table_unref);
    }
  g_clear_pointer (&self->checked, accord_checked_blocks_free);
  g_clear_pointer (&self->unsure_drafts, g_ptr_array_unref);
  g_clear_pointer (&self->unsure_images, g_ptr_array_unref);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (accord_workspace_parent_class)->finalize (object);
}

static void
accord_workspace_class_init (AccordWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = accord_workspace_get_property;
  object_class->dispose = accord_workspace_dispose;
  object_class->finalize = accord_workspace_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bulk_changed = g_signal_new ("bulk-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
accord_workspace_init (AccordWorkspace *self)
{
  guint n_types = 0;
  const GType *types = accord_workspace_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      self->kinds[i].type = types[i];
      self->kinds[i].reserved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    }
  self->checked = accord_checked_blocks_new ();
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_step_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_step_free);
}

AccordWorkspace *
accord_workspace_new (const char *path)
{
  AccordWorkspace *self = g_object_new (ACCORD_TYPE_WORKSPACE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->name = g_filename_display_name (path);

  return self;
}

const GType *
accord_workspace_get_types (guint *n_types)
{
  static GType types[ACCORD_WORKSPACE_N_TYPES];
  static gsize known = 0;

  if (g_once_init_enter (&known))
    {
      const GType all[] = {
        ACCORD_TYPE_SETTINGS, ACCORD_TYPE_TERRITORY,   ACCORD_TYPE_MEMBER, ACCORD_TYPE_MEMBERSHIP,
        ACCORD_TYPE_PLAN_YEAR, ACCORD_TYPE_GOAL,       ACCORD_TYPE_GOAL_VIEWER, ACCORD_TYPE_PLAN,
        ACCORD_TYPE_QUOTA,    ACCORD_TYPE_COMMITMENT,  ACCORD_TYPE_CARD,   ACCORD_TYPE_METRIC,
        ACCORD_TYPE_TARGET,   ACCORD_TYPE_CONVERSATION, ACCORD_TYPE_ACTION, ACCORD_TYPE_ADDENDUM,
        ACCORD_TYPE_LEAVE,    ACCORD_TYPE_HOLIDAY,     ACCORD_TYPE_GOAL_ENTRY, ACCORD_TYPE_PAY_TERMS,
        ACCORD_TYPE_IMPORT,   ACCORD_TYPE_IMPORT_ROW,  ACCORD_TYPE_IMPORT_MAPPING,
        ACCORD_TYPE_STRATEGY, ACCORD_TYPE_VOTE,        ACCORD_TYPE_ASK,    ACCORD_TYPE_BOARD_RULES,
        ACCORD_TYPE_FORECAST, ACCORD_TYPE_ACCOUNT,
      };

      G_STATIC_ASSERT (G_N_ELEMENTS (all) == ACCORD_WORKSPACE_N_TYPES);
      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        types[i] = all[i];
      g_once_init_leave (&known, 1);
    }
  *n_types = ACCORD_WORKSPACE_N_TYPES;

  return types;
}

AccordKind *
accord_workspace_get_kind (AccordWorkspace *self,
                           GType            type)
{
  for (guint i = 0; i < ACCORD_WORKSPACE_N_TYPES; i++)
    {
      if (self->kinds[i].type == type)
        return &self->kinds[i];
    }

  g_return_val_if_reached (NULL);
}

gboolean
accord_workspace_note_data_version (AccordWorkspace *self,
                                    GError         **error)
{
  return accord_database_read_integer (self->database, "PRAGMA data_version", &self->data_version, error);
}

void
accord_workspace_close (AccordWorkspace *self)
{
  g_return_if_fail (ACCORD_IS_WORKSPACE (self));

  accord_workspace_stop_storing (self);
  for (guint i = 0; i < ACCORD_WORKSPACE_N_TYPES; i++)
    {
      g_clear_pointer (&self->kinds[i].insert, sqlite3_finalize);
      g_clear_pointer (&self->kinds[i].update, sqlite3_finalize);
      g_clear_pointer (&self->kinds[i].delete, sqlite3_finalize);
    }
  g_clear_pointer (&self->database, accord_database_close);
}

const char *
accord_workspace_get_path (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  return self->path;
}

gboolean
accord_workspace_is_damaged (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), FALSE);

  return self->damaged;
}

gboolean
accord_workspace_is_read_only (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), TRUE);

  return self->read_only;
}

gboolean
accord_workspace_has_changed (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), FALSE);

  return self->changed;
}

AccordDatabase *
accord_workspace_get_database (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  return self->database;
}

AccordCheckedBlocks *
accord_workspace_get_checked_blocks (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), NULL);

  return self->checked;
}

gboolean
accord_workspace_can_undo (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), FALSE);

  return self->done->len > 0;
}

gboolean
accord_workspace_can_redo (AccordWorkspace *self)
{
  g_return_val_if_fail (ACCORD_IS_WORKSPACE (self), FALSE);

  return self->undone->len > 0;
}

/* Reads the file again. Where that shows anything else than the lists did, whoever looked at them has decided on what
 * is no longer there: then the change is refused. */
static gboolean
workspace_catch_up (AccordWorkspace *self,
                    GError         **error)
{
  gboolean changed = FALSE;

  if (!accord_workspace_reload (self, &changed, error))
    return FALSE;
  if (!changed)
    return TRUE;

  accord_workspace_forget_steps (self);
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY,
               _("“%s” has changed since it was read. It was read again, and this change was not stored: "
                 "look at what is there now and repeat it."),
               self->name);

  return FALSE;
}

/* Within the transaction: whether nobody else has stored anything since the lists were read. */
static gboolean
workspace_check_version (AccordWorkspace *self,
                         gboolean        *current,
                         GError         **error)
{
  gint64 version = self->data_version;

  if (!accord_database_read_integer (self->database, "PRAGMA data_version", &version, error))
    return FALSE;
  *current = version == self->data_version;

  return TRUE;
}

gboolean
accord_workspace_begin (AccordWorkspace *self,
                        GError         **error)
{
  gboolean current = FALSE;

  if (self->storing != NULL)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY,
                   _("Something is being stored in “%s” just now. Nothing else was changed; try again when it is done."),
                   self->name);
      return FALSE;
    }
  if (self->read_only)
    {
      g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY,
                   _("“%s” is open for reading only. Nothing was changed; save a copy elsewhere to work on it."), self->name);
      return FALSE;
    }
  if (!accord_database_check_place (self->database, error) || (self->stale && !workspace_catch_up (self, error))
      || !accord_database_begin (self->database, error))
    return FALSE;
  if (!workspace_check_version (self, &current, error))
    {
      accord_workspace_rollback (self);
      return FALSE;
    }
  if (current)
    return TRUE;

  /* Rows are read within the transaction: nothing can come between what is read and what is stored. */
  if (workspace_catch_up (self, error))
    return TRUE;
  self->unfinished = !accord_database_rollback (self->database);
  self->stale = self->stale || self->unfinished;

  return FALSE;
}

void
accord_workspace_settle_commit (AccordWorkspace *self)
{
  gboolean changed = FALSE;

  self->unfinished = TRUE;
  /* It may have been stored all the same: the file decides. If it was, undo does not know where it stands any more. */
  if (accord_workspace_reload (self, &changed, NULL) && changed)
    {
      self->changed = TRUE;
      accord_workspace_forget_steps (self);
    }
}

gboolean
accord_workspace_commit (AccordWorkspace *self,
                         GError         **error)
{
  if (!accord_database_check_place (self->database, error))
    {
      accord_workspace_rollback (self);
      return FALSE;
    }
  if (accord_database_commit (self->database, error))
    {
      self->changed = TRUE;
      return TRUE;
    }
  accord_workspace_settle_commit (self);

  return FALSE;
}

void
accord_workspace_rollback (AccordWorkspace *self)
{
  gint64 version = self->data_version;
  gboolean changed = FALSE;

  self->unfinished = !accord_database_rollback (self->database);

  /* After an I/O error SQLite forgets what it knew of the file, and its data_version moves as if somebody else had
   * written. */
  if (self->unfinished || !accord_database_read_integer (self->database, "PRAGMA data_version", &version, NULL) || version != self->data_version)
    accord_workspace_reload (self, &changed, NULL);
}

void
accord_workspace_notify_steps (AccordWorkspace *self)
{
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

void
accord_workspace_tell_bulk (AccordWorkspace *self)
{
  g_signal_emit (self, bulk_changed, 0);
}
