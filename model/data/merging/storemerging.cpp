// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storemerging.h"

#include "studymerging.h"

namespace Decayscope {

namespace {

PerformWrite writingOn(Connection &connection)
{
    return [&connection](const WriteUnit &unit) { return unit(connection); };
}

} // namespace

Result<std::vector<Result<MergeReport>>> mergeStores(
    const QString &store, const QStringList &others, const Progress &progress)
{
    return Connection::open(store, OpenMode::CreateOrReadWrite).and_then([&](Connection connection) {
        return mergeStudies(writingOn(connection), store, others, progress);
    });
}

Result<CompactReport> compactStore(const QString &store, const Progress &progress)
{
    return Connection::open(store, OpenMode::ReadWrite).and_then([&](Connection connection) {
        return compactStudy(writingOn(connection), store, progress);
    });
}

} // namespace Decayscope
