// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpsuite.h"
#include "suitewords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

void insertText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

void insertList(QJsonObject &object, const QString &key, const QJsonArray &list)
{
    if (!list.isEmpty())
        object.insert(key, list);
}

QJsonArray headerLines(const std::vector<std::pair<QString, QString>> &headers)
{
    QJsonArray lines;
    for (const auto &[name, value] : headers)
        lines.append(QString(name % u": " % value));
    return lines;
}

QJsonObject captureObject(const SuiteCapture &capture)
{
    QJsonObject object{{u"variable"_s, capture.variable}, {u"from"_s, capture.from}};
    if (capture.missing)
        object.insert(u"missing"_s, *capture.missing);
    return object;
}

QJsonObject checkObject(const SuiteCheck &check)
{
    QJsonObject object{{u"name"_s, check.name}, {u"kind"_s, checkKindName(check.kind)}};
    insertText(object, u"at"_s, check.at);
    insertText(object, u"relation"_s, check.relation);
    insertText(object, u"variable"_s, check.variable);
    if (!check.value.isNull() || check.kind == CheckKind::Equal || check.kind == CheckKind::Compare)
        object.insert(u"value"_s, check.value);
    return object;
}

QJsonObject callObject(const SuiteCall &call)
{
    QJsonObject object{{u"name"_s, call.name}, {u"method"_s, call.method}, {u"path"_s, call.path}};
    insertText(object, u"group"_s, call.group);
    insertList(object, u"headers"_s, headerLines(call.headers));
    if (call.body)
        object.insert(u"body"_s, *call.body);
    QJsonArray captures;
    for (const auto &capture : call.captures)
        captures.append(captureObject(capture));
    insertList(object, u"captures"_s, captures);
    QJsonArray checks;
    for (const auto &check : call.checks)
        checks.append(checkObject(check));
    insertList(object, u"checks"_s, checks);
    return object;
}

} // namespace

QByteArray suiteDocument(const HttpSuite &suite)
{
    QJsonObject variables;
    for (const auto &[name, value] : suite.variables)
        variables.insert(name, value);
    QJsonArray calls;
    for (const auto &call : suite.calls)
        calls.append(callObject(call));
    QJsonObject root{{u"suite"_s, suite.name}, {u"version"_s, suite.version}, {u"requests"_s, calls}};
    insertText(root, u"title"_s, suite.title);
    insertList(root, u"headers"_s, headerLines(suite.headers));
    if (!variables.isEmpty())
        root.insert(u"variables"_s, variables);
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace Decayscope
