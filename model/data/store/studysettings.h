// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <domain/configuration.h>
#include <domain/runfilter.h>

#include <vector>

namespace Decayscope {

/// A filter kept under a name.
struct SavedFilter
{
    QString name;
    RunFilter filter;

    bool operator==(const SavedFilter &) const = default;
};

/// How configurations look, in the study's order; only those somebody has chosen.
[[nodiscard]] Result<std::vector<ConfigurationStyle>> readStyles(Connection &connection);

/// Replaces all styles. Within the caller's transaction.
[[nodiscard]] Result<> writeStyles(Connection &connection, const std::vector<ConfigurationStyle> &styles);

[[nodiscard]] Result<std::vector<SavedFilter>> readSavedFilters(Connection &connection);

/// Replaces all saved filters; their order is kept. Within the caller's transaction.
[[nodiscard]] Result<> writeSavedFilters(Connection &connection, const std::vector<SavedFilter> &filters);

} // namespace Decayscope
