// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "writtenfiles.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using nlohmann::json;

namespace Decayscope::Test {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray newmanReport(int passed, int total)
{
    auto assertions = json::array();
    for (int i = 0; i < total; ++i) {
        assertions.push_back({{"assertion", "number " + std::to_string(i)}});
        if (i >= passed)
            assertions.back()["error"] = {{"message", "expected 1 to equal 2"}};
    }
    const json execution{{"item", {{"name", "Tags"}}}, {"request", {{"method", "GET"}, {"url", "http://x/tags"}}},
        {"response", {{"status", "OK"}, {"code", 200}, {"responseTime", 7}, {"responseSize", 9}}},
        {"assertions", assertions}};
    const json document{{"collection", json::object()}, {"run", {{"executions", json::array({execution})}}}};
    return QByteArray::fromStdString(document.dump());
}

} // namespace Decayscope::Test
