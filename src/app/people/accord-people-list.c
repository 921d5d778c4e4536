/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-people-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-availability.h"
#include "accord-holiday.h"
#include "accord-leave.h"
#include "accord-membership-query.h"
#include "accord-person-row.h"
#include "accord-record-watch.h"
#include "accord-territory.h"

struct _AccordPeopleList
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AccordPeriod *period;
  AccordRecordWatch *watch;
  char **words; /* case-folded */
  gboolean show_left;
  gboolean moving; /* the list itself changes what is selected */

  GListStore *people;
  GtkSingleSelection *selection;
  GtkStack *stack;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (AccordPeopleList, accord_people_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SHOW_LEFT,
  N_PROPS
};

enum
{
  OPENED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* The groups that are no territory come after those that are. */
enum
{
  PLACE_NONE = -1,
  PLACE_LATER = -2,
  PLACE_LEFT = -3,
};

/* What a rebuild sorts: every member in the group that they stand in. */
typedef struct
{
  AccordMember *member;
  gint64 place; /* a territory's id, or one of the above */
} Placed;

static const char *
territory_name (AccordPeopleList *self,
                gint64            place)
{
  AccordTerritory *territory = place > 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_TERRITORY, place) : NULL;

  return territory != NULL ? accord_territory_get_name (territory) : "";
}

/* Each member's memberships, so that not every member reads all of them. */
static GHashTable *
list_index_memberships (AccordPeopleList *self)
{
  GListModel *memberships = accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBERSHIP);
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (memberships); i++)
    {
      g_autoptr (AccordMembership) membership = g_list_model_get_item (memberships, i);
      gint64 member = accord_membership_get_member (membership);
      GListStore *own = g_hash_table_lookup (index, &member);

      if (own == NULL)
        {
          own = g_list_store_new (ACCORD_TYPE_MEMBERSHIP);
          g_hash_table_insert (index, g_memdup2 (&member, sizeof member), own);
        }
      g_list_store_append (own, membership);
    }

  return index;
}

static gint64
list_find_place (AccordPeopleList *self,
                 AccordMember     *member,
                 GHashTable       *index)
{
  AccordDate first = accord_period_get_start (self->period);
  AccordDate last = accord_period_get_end (self->period);
  gint64 id = accord_record_get_id (ACCORD_RECORD (member));
  GListModel *memberships = g_hash_table_lookup (index, &id);
  AccordMembership *membership = NULL;

  if (!accord_member_is_present (member, first, last))
    return accord_member_get_started (member) > last ? PLACE_LATER : PLACE_LEFT;

  if (accord_member_get_left (member) != ACCORD_DATE_NONE)
    last = MIN (last, accord_member_get_left (member));
  if (memberships != NULL)
    membership = accord_membership_find (memberships, id, last);

  return membership != NULL && accord_membership_get_territory (membership) != 0
           ? accord_membership_get_territory (membership)
           : PLACE_NONE;
}

static gboolean
list_match (AccordPeopleList *self,
            const Placed     *placed)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (self->words == NULL)
    return TRUE;

  text = g_strjoin ("\n", accord_member_get_name (placed->member), accord_member_get_role (placed->member),
                    accord_member_get_email (placed->member), accord_member_get_aliases (placed->member),
                    accord_member_get_external (placed->member), territory_name (self, placed->place), NULL);
  folded = g_utf8_casefold (text, -1);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static int
compare_places (AccordPeopleList *self,
                gint64            a,
                gint64            b)
{
  AccordTerritory *one = a > 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_TERRITORY, a) : NULL;
  AccordTerritory *other = b > 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_TERRITORY, b) : NULL;

  if (one == NULL || other == NULL)
    return one != NULL ? -1 : other != NULL ? 1 : (a < b) - (a > b);
  if (accord_territory_get_position (one) != accord_territory_get_position (other))
    return accord_territory_get_position (one) < accord_territory_get_position (other) ? -1 : 1;

  return (a > b) - (a < b);
}

static int
compare_placed (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Placed *one = a;
  const Placed *other = b;
  gboolean leads = accord_member_get_leader (one->member);

  if (one->place != other->place)
    return compare_places (user_data, one->place, other->place);
  if (leads != accord_member_get_leader (other->member))
    return leads ? -1 : 1;

  return g_utf8_collate (accord_member_get_name (one->member), accord_member_get_name (other->member));
}

static const char *
list_get_heading (AccordPeopleList *self,
                  gint64            place)
{
  GListModel *territories = accord_workspace_get_list (self->workspace, ACCORD_TYPE_TERRITORY);

  switch (place)
    {
    case PLACE_NONE:
      return g_list_model_get_n_items (territories) > 0 ? _("Without a Territory") : _("Team");
    case PLACE_LATER:
      return _("Joins Later");
    case PLACE_LEFT:
      return _("Had Left");
    default:
      return territory_name (self, place);
    }
}

static GArray *
list_place_members (AccordPeopleList *self)
{
  GListModel *members = accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBER);
  g_autoptr (GHashTable) index = list_index_memberships (self);
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (Placed), g_list_model_get_n_items (members));

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      Placed placed = { member, list_find_place (self, member, index) };

      if ((placed.place != PLACE_LEFT || self->show_left) && list_match (self, &placed))
        g_array_append_val (all, placed);
    }
  g_array_sort_with_data (all, compare_placed, self);

  return all;
}

static GPtrArray *
list_make_people (AccordPeopleList *self)
{
  g_autoptr (GArray) all = list_place_members (self);
  g_autoptr (AccordAvailability) availability
    = accord_availability_new (accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBERSHIP),
                               accord_workspace_get_list (self->workspace, ACCORD_TYPE_LEAVE),
                               accord_workspace_get_list (self->workspace, ACCORD_TYPE_HOLIDAY));
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  guint end = 0;

  for (guint i = 0; i < all->len; i++)
    {
      Placed *placed = &g_array_index (all, Placed, i);
      AccordRate factor = ACCORD_UNKNOWN;

      if (i == end)
        {
          while (end < all->len && g_array_index (all, Placed, end).place == placed->place)
            end++;
          g_ptr_array_add (people, accord_person_new_heading (list_get_heading (self, placed->place), end - i));
        }
      if (placed->place != PLACE_LATER && placed->place != PLACE_LEFT)
        factor = accord_availability_get_factor (availability, placed->member, accord_period_get_start (self->period),
                                                 accord_period_get_end (self->period));
      g_ptr_array_add (people, accord_person_new_member (placed->member, factor));
    }

  return people;
}

static gboolean
list_keeps (AccordPeopleList *self,
            guint             position,
            AccordPerson     *person)
{
  g_autoptr (AccordPerson) shown = g_list_model_get_item (G_LIST_MODEL (self->people), position);

  if (!accord_person_is_same (shown, person))
    return FALSE;
  accord_person_update (shown, person);

  return TRUE;
}

/* Only what lies between the first and the last line that differ is exchanged: focus and place stay where they were. */
static void
list_show_people (AccordPeopleList *self,
                  GPtrArray        *people)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  guint n_new = people->len;
  guint same = 0;

  while (same < n_old && same < n_new && list_keeps (self, same, people->pdata[same]))
    same++;
  while (n_old > same && n_new > same && list_keeps (self, n_old - 1, people->pdata[n_new - 1]))
    {
      n_old--;
      n_new--;
    }
  self->moving = TRUE;
  g_list_store_splice (self->people, same, n_old - same, people->pdata + same, n_new - same);
  self->moving = FALSE;
}

static void
list_rebuild (AccordPeopleList *self)
{
  g_autoptr (GPtrArray) people = NULL;

  if (self->workspace == NULL || self->period == NULL)
    {
      g_list_store_remove_all (self->people);
      return;
    }

  people = list_make_people (self);
  list_show_people (self, people);
  gtk_stack_set_visible_child_name (self->stack, people->len > 0 ? "list" : "none");
}

static void
list_open_selected (AccordPeopleList *self,
                    gboolean          by_moving)
{
  AccordPerson *person = gtk_single_selection_get_selected_item (self->selection);

  if (person != NULL && accord_person_get_member (person) != NULL)
    g_signal_emit (self, signals[OPENED], 0, accord_person_get_member (person), by_moving);
}

static void
on_selection_changed (AccordPeopleList *self)
{
  if (!self->moving)
    list_open_selected (self, TRUE);
}

static void
on_activated (AccordPeopleList *self,
              guint             position)
{
  gtk_single_selection_set_selected (self->selection, position);
  list_open_selected (self, FALSE);
}

static void
on_row_released (GtkGestureClick *gesture)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  AccordPeopleList *self = ACCORD_PEOPLE_LIST (gtk_widget_get_ancestor (row, ACCORD_TYPE_PEOPLE_LIST));
  AccordPerson *person = accord_person_row_get_person (ACCORD_PERSON_ROW (row));
  guint position;

  if (self != NULL && person != NULL && accord_person_get_member (person) != NULL
      && g_list_store_find (self->people, person, &position))
    on_activated (self, position);
}

static void
on_row_setup (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *row = g_object_new (ACCORD_TYPE_PERSON_ROW, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_row_released), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
on_row_bind (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  AccordPerson *person = gtk_list_item_get_item (item);
  gboolean is_member = accord_person_get_member (person) != NULL;

  gtk_list_item_set_activatable (item, is_member);
  gtk_list_item_set_selectable (item, is_member);
  accord_person_row_set_person (ACCORD_PERSON_ROW (gtk_list_item_get_child (item)), person);
}

static void
on_row_unbind (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  accord_person_row_set_person (ACCORD_PERSON_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
list_make_models (AccordPeopleList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->people = g_list_store_new (ACCORD_TYPE_PERSON);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->people));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect (factory, "setup", G_CALLBACK (on_row_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_row_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_row_unbind), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
accord_people_list_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_value_set_boolean (value, ACCORD_PEOPLE_LIST (object)->show_left);
}

static void
accord_people_list_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  AccordPeopleList *self = ACCORD_PEOPLE_LIST (object);

  if (self->show_left == g_value_get_boolean (value))
    return;
  self->show_left = g_value_get_boolean (value);
  list_rebuild (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
accord_people_list_dispose (GObject *object)
{
  AccordPeopleList *self = ACCORD_PEOPLE_LIST (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->people);
  g_clear_object (&self->selection);
  g_clear_object (&self->workspace);
  g_clear_object (&self->period);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (accord_people_list_parent_class)->dispose (object);
}

static void
accord_people_list_class_init (AccordPeopleListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = accord_people_list_get_property;
  object_class->set_property = accord_people_list_set_property;
  object_class->dispose = accord_people_list_dispose;

  props[PROP_SHOW_LEFT] = g_param_spec_boolean ("show-left", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, ACCORD_TYPE_MEMBER, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/people/accord-people-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPeopleList, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordPeopleList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
accord_people_list_init (AccordPeopleList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_make_models (self);
}

void
accord_people_list_set_workspace (AccordPeopleList *self,
                                  AccordWorkspace  *workspace)
{
  const GType types[] = {
    ACCORD_TYPE_MEMBER, ACCORD_TYPE_MEMBERSHIP, ACCORD_TYPE_TERRITORY, ACCORD_TYPE_LEAVE, ACCORD_TYPE_HOLIDAY,
  };

  g_return_if_fail (ACCORD_IS_PEOPLE_LIST (self));

  g_clear_object (&self->watch);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    {
      self->watch = accord_record_watch_new_for_types (workspace, types, G_N_ELEMENTS (types));
      g_signal_connect_object (self->watch, "changed", G_CALLBACK (list_rebuild), self, G_CONNECT_SWAPPED);
    }
  list_rebuild (self);
}

void
accord_people_list_set_period (AccordPeopleList *self,
                               AccordPeriod     *period)
{
  g_return_if_fail (ACCORD_IS_PEOPLE_LIST (self));

  g_set_object (&self->period, period);
  list_rebuild (self);
}

void
accord_people_list_set_search (AccordPeopleList *self,
                               const char       *text)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (ACCORD_IS_PEOPLE_LIST (self));

  folded = g_strstrip (g_utf8_casefold (text, -1));
  g_clear_pointer (&self->words, g_strfreev);
  if (*folded != '\0')
    self->words = g_strsplit_set (folded, " \t", -1);
  list_rebuild (self);
}

void
accord_people_list_unselect (AccordPeopleList *self)
{
  g_return_if_fail (ACCORD_IS_PEOPLE_LIST (self));

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}
