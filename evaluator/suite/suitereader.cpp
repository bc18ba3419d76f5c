// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpsuite.h"
#include "suitewords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// Reads a suite's JSON; keeps the first fault with its place, after which values no longer matter.
class SuiteReading
{
public:
    explicit SuiteReading(QString origin)
        : m_origin(std::move(origin))
    { }

    Result<HttpSuite> run(const QJsonObject &root);

private:
    using Headers = std::vector<std::pair<QString, QString>>;

    QString text(const QJsonObject &object, const QString &key, const QString &place, bool isNeeded = true);
    QJsonArray list(const QJsonObject &object, const QString &key, const QString &place, bool isNeeded = false);
    Headers headers(const QJsonObject &object, const QString &place);
    std::map<QString, QString> variables(const QJsonObject &root);
    SuiteCall call(const QJsonObject &object, const QString &place);
    std::optional<QString> body(const QJsonObject &object);
    SuiteCapture capture(const QJsonObject &object, const QString &place);
    SuiteCheck check(const QJsonObject &object, const QString &place);
    void readValue(SuiteCheck &check, const QJsonObject &object, const QString &place);
    void blame(const QString &place, const QString &what);

    QString m_origin;
    QString m_fault;
};

void SuiteReading::blame(const QString &place, const QString &what)
{
    if (m_fault.isEmpty())
        m_fault = u"\"%1\" is no suite that can be run: %2 %3."_s.arg(m_origin, place, what);
}

Result<HttpSuite> SuiteReading::run(const QJsonObject &root)
{
    HttpSuite suite{.name = text(root, u"suite"_s, u"its top"_s),
        .title = text(root, u"title"_s, u"its top"_s, false),
        .version = text(root, u"version"_s, u"its top"_s),
        .headers = headers(root, u"its top"_s),
        .variables = variables(root),
        .calls = {}};
    const auto requests = list(root, u"requests"_s, u"its top"_s, true);
    suite.calls.reserve(static_cast<std::size_t>(requests.size()));
    for (const auto &request : requests)
        suite.calls.push_back(call(request.toObject(), u"requests[%1]"_s.arg(suite.calls.size())));
    if (!m_fault.isEmpty())
        return failure(ErrorKind::InvalidInput, m_fault);
    return suite;
}

QString SuiteReading::text(const QJsonObject &object, const QString &key, const QString &place, bool isNeeded)
{
    const auto value = object.value(key);
    if (!value.isString() && (isNeeded || !value.isUndefined()))
        blame(place, u"should have a text \"%1\""_s.arg(key));
    return value.toString();
}

QJsonArray SuiteReading::list(const QJsonObject &object, const QString &key, const QString &place, bool isNeeded)
{
    const auto value = object.value(key);
    if (!value.isArray() && (isNeeded || !value.isUndefined()))
        blame(place, u"should have a list \"%1\""_s.arg(key));
    return value.toArray();
}

SuiteReading::Headers SuiteReading::headers(const QJsonObject &object, const QString &place)
{
    Headers headers;
    for (const auto &entry : list(object, u"headers"_s, place)) {
        const auto line = entry.toString();
        const auto colon = line.indexOf(u':');
        if (colon <= 0 || line.contains(u'\n') || line.contains(u'\r')) {
            blame(place, u"has a header that is not written as \"Name: value\""_s);
            break;
        }
        headers.emplace_back(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    return headers;
}

std::map<QString, QString> SuiteReading::variables(const QJsonObject &root)
{
    std::map<QString, QString> variables;
    const auto values = root.value(u"variables"_s).toObject();
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (!value->isString())
            blame(u"variables"_s, u"should have a text \"%1\""_s.arg(value.key()));
        variables.emplace(value.key(), value->toString());
    }
    return variables;
}

SuiteCall SuiteReading::call(const QJsonObject &object, const QString &place)
{
    SuiteCall call{.group = text(object, u"group"_s, place, false),
        .name = text(object, u"name"_s, place),
        .method = text(object, u"method"_s, place),
        .path = text(object, u"path"_s, place),
        .headers = headers(object, place),
        .body = body(object),
        .captures = {},
        .checks = {}};
    const auto isMethodSign = [](QChar sign) { return sign >= u'A' && sign <= u'Z'; };
    if (call.method.isEmpty() || !std::ranges::all_of(call.method, isMethodSign))
        blame(place, u"should have a method in capital letters, such as \"GET\""_s);
    for (const auto &entry : list(object, u"captures"_s, place))
        call.captures.push_back(capture(entry.toObject(), u"%1.captures[%2]"_s.arg(place).arg(call.captures.size())));
    for (const auto &entry : list(object, u"checks"_s, place))
        call.checks.push_back(check(entry.toObject(), u"%1.checks[%2]"_s.arg(place).arg(call.checks.size())));
    return call;
}

/// A text as it stands; an object or list in its shortest form.
std::optional<QString> SuiteReading::body(const QJsonObject &object)
{
    const auto value = object.value(u"body"_s);
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

SuiteCapture SuiteReading::capture(const QJsonObject &object, const QString &place)
{
    SuiteCapture capture{
        .variable = text(object, u"variable"_s, place), .from = text(object, u"from"_s, place), .missing = {}};
    if (object.contains(u"missing"_s))
        capture.missing = text(object, u"missing"_s, place);
    return capture;
}

SuiteCheck SuiteReading::check(const QJsonObject &object, const QString &place)
{
    const auto word = text(object, u"kind"_s, place);
    const auto kind = checkKindFromName(word);
    if (!kind)
        blame(place, u"asks for the unknown kind of check \"%1\""_s.arg(word.left(60)));
    SuiteCheck check{.name = text(object, u"name"_s, place),
        .kind = kind.value_or(CheckKind::Status),
        .at = text(object, u"at"_s, place, false),
        .relation = text(object, u"relation"_s, place, false),
        .variable = text(object, u"variable"_s, place, kind == CheckKind::Captured),
        .value = {}};
    readValue(check, object, place);
    return check;
}

void SuiteReading::readValue(SuiteCheck &check, const QJsonObject &object, const QString &place)
{
    const auto value = object.value(u"value"_s);
    if (!value.isUndefined())
        check.value = value;
    if (check.kind == CheckKind::Status && !value.isDouble() && !value.isArray())
        blame(place, u"should have a status code or a list of them as \"value\""_s);
    if (check.kind == CheckKind::Type && !checkTypes().contains(value.toString()))
        blame(place, u"should have one of %1 as \"value\""_s.arg(checkTypes().join(u", ")));
    if (check.kind == CheckKind::Compare && !checkRelations().contains(check.relation))
        blame(place, u"should have one of %1 as \"relation\""_s.arg(checkRelations().join(u' ')));
    if ((check.kind == CheckKind::Equal || check.kind == CheckKind::Compare) && value.isUndefined())
        blame(place, u"should have a \"value\""_s);
    if ((check.kind == CheckKind::Present || check.kind == CheckKind::Absent) && check.at.isEmpty())
        blame(place, u"should have a path \"at\""_s);
}

} // namespace

Result<HttpSuite> readSuite(QByteArrayView json, const QString &origin)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(json.toByteArray(), &error);
    if (!document.isObject()) {
        const auto place = error.error == QJsonParseError::NoError
            ? u"a JSON object is expected"_s
            : u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset);
        return failure(ErrorKind::InvalidInput, u"\"%1\" is no suite: it is no JSON document."_s.arg(origin), place);
    }
    return SuiteReading(origin).run(document.object());
}

} // namespace Decayscope
