// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpsuite.h"

#include "postman.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestSuiteFile = qint64{32} * 1024 * 1024;

Result<QByteArray> readSuiteFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, u"Cannot read the suite \"%1\": %2."_s.arg(path, file.errorString()));
    auto bytes = file.read(largestSuiteFile + 1);
    if (bytes.size() > largestSuiteFile)
        return failure(ErrorKind::InvalidInput, u"\"%1\" is too large for a suite: more than 32 MiB."_s.arg(path));
    return bytes;
}

} // namespace

int HttpSuite::checkCount() const
{
    int count = 0;
    for (const auto &call : calls)
        count += static_cast<int>(call.checks.size());
    return count;
}

Result<HttpSuite> openSuite(const QString &path)
{
    const auto bytes = readSuiteFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (isPostmanCollection(QJsonDocument::fromJson(*bytes).object()))
        return readPostman(*bytes, path);
    return readSuite(*bytes, path);
}

Result<HttpSuite> builtInSuite(const QString &name)
{
    if (!builtInSuiteNames().contains(name)) {
        return failure(ErrorKind::NotFound,
            u"There is no built-in suite \"%1\"; there are %2."_s.arg(name, builtInSuiteNames().join(u", ")));
    }
    const auto bytes = readSuiteFile(u":/decayscope/suites/%1.json"_s.arg(name));
    if (!bytes)
        return std::unexpected(bytes.error());
    return readSuite(*bytes, name);
}

QStringList builtInSuiteNames()
{
    QStringList names{u"conduit"_s, u"conduit-deep"_s};
    names.removeIf([](const QString &name) { return !QFile::exists(u":/decayscope/suites/%1.json"_s.arg(name)); });
    return names;
}

} // namespace Decayscope
