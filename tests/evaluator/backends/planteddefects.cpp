// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planteddefects.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Decayscope::Test {

namespace {

using namespace Qt::StringLiterals;

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, u"Cannot read \"%1\"."_s.arg(path), file.errorString());
    return file.readAll();
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const auto array = value.toArray();
    for (const auto &item : array)
        texts << item.toString();
    return texts;
}

PlantedDefect defectOf(const QJsonObject &row)
{
    return {.name = row[u"name"].toString(),
        .backend = row[u"backend"].toString(),
        .file = row[u"file"].toString(),
        .find = row[u"find"].toString(),
        .replace = row[u"replace"].toString(),
        .fails = textsOf(row[u"fails"]),
        .deep = textsOf(row[u"deep"]),
        .violates = textsOf(row[u"violates"]),
        .why = row[u"why"].toString()};
}

QString checkText(qsizetype request, const QString &name, const QString &check)
{
    return u"%1. %2: %3"_s.arg(QString::number(request), name, check);
}

bool means(const QString &pattern, const QString &check)
{
    return pattern.endsWith(u'*') ? check.startsWith(QStringView(pattern).chopped(1)) : check == pattern;
}

QStringList allChecks(const HttpSuite &suite)
{
    QStringList all;
    qsizetype request = 0;
    for (const auto &call : suite.calls) {
        ++request;
        for (const auto &check : call.checks)
            all << checkText(request, call.name, check.name);
    }
    return all;
}

} // namespace

Result<std::vector<PlantedDefect>> readDefects(const QString &file)
{
    const auto content = contentOf(file);
    if (!content)
        return std::unexpected(content.error());
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(*content, &error);
    if (!document.isArray())
        return failure(ErrorKind::InvalidInput, u"\"%1\" is no list of defects."_s.arg(file), error.errorString());
    const auto rows = document.array();
    std::vector<PlantedDefect> defects;
    defects.reserve(static_cast<std::size_t>(rows.size()));
    for (const auto &row : rows)
        defects.push_back(defectOf(row.toObject()));
    return defects;
}

Result<> plant(const PlantedDefect &defect, const QString &folder)
{
    const QString path = folder + u'/' + defect.file;
    auto content = contentOf(path);
    if (!content)
        return std::unexpected(content.error());
    const auto find = defect.find.toUtf8();
    if (content->count(find) != 1)
        return failure(ErrorKind::InvalidInput,
            u"The defect \"%1\" of %2 looks for words that stand %3 times in %4; they must stand there once."_s.arg(
                defect.name, defect.backend, QString::number(content->count(find)), defect.file));
    content->replace(find, defect.replace.toUtf8());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*content) != content->size())
        return failure(ErrorKind::Unreadable, u"Cannot write \"%1\"."_s.arg(path), file.errorString());
    return {};
}

QStringList meantChecks(const QStringList &patterns, const HttpSuite &suite)
{
    const auto all = allChecks(suite);
    QStringList meant;
    for (const auto &check : all) {
        if (std::ranges::any_of(patterns, [&check](const auto &pattern) { return means(pattern, check); }))
            meant << check;
    }
    for (const auto &pattern : patterns) {
        if (std::ranges::none_of(all, [&pattern](const auto &check) { return means(pattern, check); }))
            meant << pattern + u" (means no check)";
    }
    return meant;
}

QStringList failedChecks(const SuiteResult &result)
{
    QStringList failed;
    qsizetype request = 0;
    for (const auto &exchange : result.exchanges) {
        ++request;
        for (const auto &check : exchange.checks) {
            if (!check.passed)
                failed << checkText(request, exchange.name, check.name);
        }
    }
    return failed;
}

QStringList violated(const RunBundle &bundle)
{
    QStringList names;
    for (const auto &verdict : bundle.verdicts) {
        if (!verdict.compliant)
            names << constraintName(verdict.constraint);
    }
    return names;
}

} // namespace Decayscope::Test
