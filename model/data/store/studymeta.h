// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

namespace Decayscope {

/// What a store says about itself.
struct StudyMeta
{
    QString storeId; ///< Made once with the store.
    QString name; ///< Empty until the study is named; the file's name stands in.
    bool isSample = false;
    QString writtenBy; ///< The program version that made or last changed the schema.
};

/// Fills in a new store: a fresh id, the program's version, the time.
[[nodiscard]] Result<> writeFirstMeta(Connection &connection);

[[nodiscard]] Result<StudyMeta> readMeta(Connection &connection);

/// Sets one value of the study's meta data, such as "name" or "sample".
[[nodiscard]] Result<> writeMeta(Connection &connection, const QString &key, const QString &value);

} // namespace Decayscope
