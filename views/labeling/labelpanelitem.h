// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>
#include <labels/labellog.h>

namespace Decayscope {

/// All that the label panel shows of an item.
struct LabelPanelItem
{
    const Codebook *codebook = nullptr; ///< Copied by the panel.
    QString annotator;
    ItemKey key;
    ItemState state;
    QString title; ///< Task and constraints.
    QString position; ///< "17 of 50".
    bool isBlind = true; ///< The sample is blind; whether something was revealed stands in the state.
    bool isReadOnly = false;
    QString readOnlyReason; ///< A sentence.
    QStringList problems; ///< Why it cannot be committed yet.
    QString undoText; ///< What undo would take back; empty for nothing.
    QString redoText;
    QStringList others; ///< What others said, a line each; only where it may be seen.
};

} // namespace Decayscope
