// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <compare>
#include <map>

namespace Decayscope {

/// What orders studies that are merged: of two that hold a run with other content, the one with the newer imports
/// counts, in whatever order they come; of equally new ones the one with the greater id.
struct StudyAge
{
    QString newestImport; ///< UTC, ISO 8601; empty where runs were never imported.
    QString storeId;

    bool operator==(const StudyAge &) const = default;
    std::strong_ordering operator<=>(const StudyAge &) const = default;
};

/// The age of a store.
[[nodiscard]] Result<StudyAge> readStudyAge(Connection &connection);

/// Notes that an import took another study in. Within the caller's transaction.
[[nodiscard]] Result<> writeMergedStudy(Connection &connection, qint64 importId, const StudyAge &age);

/// The imports that took other studies in.
[[nodiscard]] Result<std::map<qint64, StudyAge>> readMergedStudies(Connection &connection);

} // namespace Decayscope
