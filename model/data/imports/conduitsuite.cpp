// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conduitsuite.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// A static library's resource is only there once it was asked for, outside of any namespace.
static void loadSuiteResource()
{
    Q_INIT_RESOURCE(decayscope_suites);
}

namespace Decayscope {

namespace {

std::vector<SuiteRequest> readSuite()
{
    loadSuiteResource();
    QFile file(QStringLiteral(":/decayscope/suites/conduit-names.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The resource %s is not in this program.", qPrintable(file.fileName()));
    std::vector<SuiteRequest> suite;
    const auto requests = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto &value : requests) {
        const auto request = value.toObject();
        suite.push_back({.name = request.value(QLatin1StringView("name")).toString(), .assertions = {}});
        const auto names = request.value(QLatin1StringView("assertions")).toArray();
        for (const auto &name : names)
            suite.back().assertions.append(name.toString());
    }
    return suite;
}

} // namespace

const std::vector<SuiteRequest> &conduitSuite()
{
    static const auto suite = readSuite();
    return suite;
}

int assertionCount(const std::vector<SuiteRequest> &suite)
{
    qsizetype count = 0;
    for (const auto &request : suite)
        count += request.assertions.size();
    return static_cast<int>(count);
}

} // namespace Decayscope
