/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-page-private.h"

#include <glib/gi18n.h>

#include "accord-quarter.h"

enum
{
  PROP_0,
  PROP_BRAINSTORM,
  PROP_COVERED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
page_type_in (AccordSwotPage *self,
              AccordQuadrant  quadrant)
{
  self->typing = quadrant;
  accord_swot_quadrant_start_adding (accord_swot_board_get_quadrant (self->board, quadrant));
}

/* Also those that are out of sight keep nothing of what lies covered. */
static void
page_refresh_views (AccordSwotPage *self)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->modes)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (ACCORD_IS_SWOT_VIEW (child))
        accord_swot_view_refresh (ACCORD_SWOT_VIEW (child));
    }
}

static void
page_set_brainstorm (AccordSwotPage *self,
                     gboolean        open)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->brainstorm));

  if (accord_swot_brainstorm_get_open (self->brainstorm) == open)
    return;

  if (open)
    accord_swot_page_show_board (self);
  accord_swot_brainstorm_set_open (self->brainstorm, open);
  if (open)
    accord_swot_page_start_adding (self);
  else if (focused && self->current != NULL)
    accord_swot_page_focus_card (self, self->current);
  else if (focused)
    gtk_widget_child_focus (GTK_WIDGET (self->board), GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BRAINSTORM]);
}

static void
page_set_covered (AccordSwotPage *self,
                  gboolean        covered)
{
  const AccordBoardScope scope = accord_swot_page_get_scope (self);
  AccordWorkspace *workspace = accord_page_get_workspace (ACCORD_PAGE (self));
  g_autoptr (AccordChange) change = accord_change_new (covered ? _("Cover Cards") : _("Reveal Cards"));
  g_autoptr (AccordBoardRules) rules = NULL;

  if (workspace == NULL || accord_swot_page_is_covered (self) == covered || !accord_page_settle (ACCORD_PAGE (self)))
    return;

  rules = accord_board_change_draft_rules (workspace, &scope);
  accord_board_rules_set_covered (rules, covered);
  accord_change_put (change, rules);
  if (!accord_swot_page_apply (self, change))
    return;
  /* What is covered is typed on. */
  if (covered && accord_swot_brainstorm_get_open (self->brainstorm))
    page_type_in (self, self->typing);
}

static void
page_get_property (GObject    *object,
                   guint       prop_id,
                   GValue     *value,
                   GParamSpec *pspec)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (object);

  switch (prop_id)
    {
    case PROP_BRAINSTORM:
      g_value_set_boolean (value, accord_swot_brainstorm_get_open (self->brainstorm));
      break;

    case PROP_COVERED:
      g_value_set_boolean (value, self->covered);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
page_set_property (GObject      *object,
                   guint         prop_id,
                   const GValue *value,
                   GParamSpec   *pspec)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (object);

  switch (prop_id)
    {
    case PROP_BRAINSTORM:
      page_set_brainstorm (self, g_value_get_boolean (value));
      break;

    case PROP_COVERED:
      page_set_covered (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
swot_turn (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  AccordSwotPage *self = ACCORD_SWOT_PAGE (widget);

  if (!accord_swot_brainstorm_get_open (self->brainstorm))
    return;

  accord_swot_brainstorm_turn (self->brainstorm, g_variant_get_int32 (parameter));
  /* Whoever has the turn now types on where the one before stopped. */
  page_type_in (self, self->typing);
}

gboolean
accord_swot_page_is_covered (AccordSwotPage *self)
{
  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);

  return self->covered;
}

gboolean
accord_swot_page_takes_key (AccordSwotPage *self,
                            guint           keyval,
                            GdkModifierType state)
{
  const GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  g_return_val_if_fail (ACCORD_IS_SWOT_PAGE (self), FALSE);

  if (!accord_swot_brainstorm_get_open (self->brainstorm))
    return FALSE;
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    return (held & ~GDK_SHIFT_MASK) == 0;

  return (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
         && (held & ~GDK_SHIFT_MASK) == GDK_CONTROL_MASK;
}

void
accord_swot_page_use_key (AccordSwotPage *self,
                          AccordQuadrant  quadrant,
                          guint           keyval,
                          GdkModifierType state)
{
  const int step = (state & GDK_SHIFT_MASK) != 0 ? -1 : 1;

  g_return_if_fail (ACCORD_IS_SWOT_PAGE (self));

  self->typing = quadrant;
  if ((state & GDK_CONTROL_MASK) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "swot.turn", "i", step);
  else
    page_type_in (self, (AccordQuadrant) (((int) quadrant + ACCORD_BOARD_N_QUADRANTS + step) % ACCORD_BOARD_N_QUADRANTS));
}

void
accord_swot_page_refresh_brainstorm (AccordSwotPage *self)
{
  const AccordBoardScope scope = accord_swot_page_get_scope (self);
  AccordPeriod *period = accord_page_get_period (ACCORD_PAGE (self));
  const int fiscal_start = period != NULL ? accord_period_get_fiscal_start (period) : 1;
  gboolean covered;

  if (period == NULL)
    return;

  accord_swot_brainstorm_refresh (self->brainstorm, accord_page_get_workspace (ACCORD_PAGE (self)), &scope,
                                  accord_plan_year_get_start ((int) scope.year, fiscal_start),
                                  accord_plan_year_get_end ((int) scope.year, fiscal_start));
  covered = accord_swot_brainstorm_get_covered (self->brainstorm);
  if (covered == self->covered)
    return;
  self->covered = covered;
  /* The pane beside the board tells nothing that the board does not. */
  accord_swot_details_set_card (self->details, covered ? NULL : self->current);
  accord_swot_page_update_actions (self);
  if (covered)
    page_refresh_views (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COVERED]);
}

void
accord_swot_page_install_brainstorm (GtkWidgetClass *widget_class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (widget_class);
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  object_class->get_property = page_get_property;
  object_class->set_property = page_set_property;
  properties[PROP_BRAINSTORM] = g_param_spec_boolean ("brainstorm", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COVERED] = g_param_spec_boolean ("covered", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ACCORD_TYPE_SWOT_BRAINSTORM);
  gtk_widget_class_install_property_action (widget_class, "swot.brainstorm", "brainstorm");
  gtk_widget_class_install_property_action (widget_class, "swot.cover", "covered");
  gtk_widget_class_install_action (widget_class, "swot.turn", "i", swot_turn);
  for (gsize i = 0; i < G_N_ELEMENTS (enters); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, enters[i], GDK_CONTROL_MASK, "swot.turn", "i", 1);
      gtk_widget_class_add_binding_action (widget_class, enters[i], GDK_CONTROL_MASK | GDK_SHIFT_MASK, "swot.turn", "i",
                                           -1);
    }
}
