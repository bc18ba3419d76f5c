// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

namespace Decayscope {

/// What `store info` says.
struct StoreInfo
{
    QString path;
    QString storeId;
    int schema = 0;
    qint64 bytes = 0; ///< Of the file and its write-ahead log.
    qint64 runs = 0;
    qint64 excluded = 0;
    qint64 imports = 0; ///< Without undone ones.
    qint64 texts = 0;
    qint64 textBytes = 0; ///< Uncompressed.
    qint64 indexedParts = 0;
    qint64 labels = 0; ///< Made, imported and adjudicated, also those that later ones replaced.
    qint64 samples = 0;
    bool sample = false;
    QString writtenBy; ///< Program version.
};

[[nodiscard]] Result<StoreInfo> readStoreInfo(Connection &connection);

} // namespace Decayscope
