// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configuration.h"
#include "run.h"

namespace Decayscope {

/// A study as it stood at one moment: shared read-only between threads and views.
struct StudySnapshot
{
    QString path; ///< The store's file.
    QString name; ///< What the window calls it.
    QString storeId; ///< Made once with the store; goes into exports.
    bool isSample = false; ///< Made up by this program: labelled so in the window and in every export.
    bool isReadOnly = false;
    quint64 revision = 0; ///< Grows with every change.
    std::vector<Run> runs; ///< All, also older dates and excluded ones; sorted by key.
    std::vector<ConfigurationStyle> styles; ///< One per configuration of the runs, in the study's order.

    [[nodiscard]] const ConfigurationStyle *styleOf(const Configuration &configuration) const;
};

/// Styles for configurations that have none yet: the next free colour a model, a line style a scaffold.
[[nodiscard]] std::vector<ConfigurationStyle> completedStyles(
    std::vector<ConfigurationStyle> known, const std::vector<Run> &runs);

} // namespace Decayscope
