// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storemerging.h"

#include "studymerging.h"

#include <QFileInfo>

#include <optional>

namespace Decayscope {

namespace {

/// A store that is opened, or made, with the first unit that writes into it.
class LateStore
{
public:
    explicit LateStore(QString path)
        : m_path(std::move(path))
    { }

    Result<> open(OpenMode mode)
    {
        if (m_connection)
            return {};
        return Connection::open(m_path, mode).transform([this](Connection connection) {
            m_connection.emplace(std::move(connection));
        });
    }

    PerformWrite writing()
    {
        return [this](const WriteUnit &unit) {
            return open(OpenMode::CreateOrReadWrite).and_then([&] { return unit(*m_connection); });
        };
    }

private:
    const QString m_path;
    std::optional<Connection> m_connection;
};

} // namespace

Result<std::vector<Result<MergeReport>>> mergeStores(
    const QString &store, const QStringList &others, const Progress &progress)
{
    LateStore late(store);
    // What keeps it from being written is said before the others are read; a new one is made where there is something
    // to put into it.
    if (QFileInfo::exists(store)) {
        if (auto opened = late.open(OpenMode::ReadWrite); !opened)
            return std::unexpected(std::move(opened.error()));
    }
    return mergeStudies(late.writing(), store, others, progress);
}

Result<CompactReport> compactStore(const QString &store, const Progress &progress)
{
    LateStore late(store);
    return late.open(OpenMode::ReadWrite).and_then([&] { return compactStudy(late.writing(), store, progress); });
}

} // namespace Decayscope
