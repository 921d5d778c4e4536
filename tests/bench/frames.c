/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frames.h"

static void
on_after_paint (GdkFrameClock *clock,
                guint         *frames)
{
  (*frames)++;
}

void
frames_count (GtkWidget *window,
              guint     *frames)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), frames);
}

void
frames_wait (const guint *frames)
{
  const guint before = *frames;

  while (*frames == before)
    g_main_context_iteration (NULL, TRUE);
}
