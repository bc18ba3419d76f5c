// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>
#include <QJsonValue>
#include <QStringList>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace Decayscope {

/// What a check asks of an answer. "At" is a dotted path into the JSON body, with numbers for places in arrays.
enum class CheckKind : quint8 {
    Status, ///< The status code is `value` (or one of its values, where it is an array).
    Present, ///< The object that should hold the path's last part has that key; null counts as present.
    Absent, ///< It has not.
    Type, ///< The value is of the JSON type `value`: "string", "number", "boolean", "object", "array", "null".
    Equal, ///< The value is `value`, variables filled in.
    Compare, ///< The value stands in the relation `relation` to `value`, compared as JavaScript does.
    Array, ///< The value is an array.
    Integer, ///< The value is a whole number.
    Captured ///< The variable was captured from this answer.
};

/// One assertion of a request.
struct SuiteCheck
{
    QString name;
    CheckKind kind = CheckKind::Status;
    QString at;
    QString relation; ///< ">", ">=", "<", "<=", "==", "!="; only for Compare.
    QString variable; ///< Only for Captured.
    QJsonValue value;

    bool operator==(const SuiteCheck &) const = default;
};

/// A value taken from an answer for later requests.
struct SuiteCapture
{
    QString variable;
    QString from; ///< A dotted path into the JSON body.
    std::optional<QString> missing; ///< What the variable becomes where nothing is there; absent: it stays as it was.

    bool operator==(const SuiteCapture &) const = default;
};

/// One request of a suite. {{NAME}} in path, headers and body stands for a variable.
struct SuiteCall
{
    QString group;
    QString name;
    QString method;
    QString path; ///< Below the base URL, with its query.
    std::vector<std::pair<QString, QString>> headers; ///< Beside the suite's own.
    std::optional<QString> body;
    std::vector<SuiteCapture> captures;
    std::vector<SuiteCheck> checks;

    bool operator==(const SuiteCall &) const = default;
};

/// A behavioural suite as data; resources/suites/suite.schema.json describes the file.
struct HttpSuite
{
    QString name;
    QString title;
    QString version;
    std::vector<std::pair<QString, QString>> headers; ///< Sent with every request.
    std::map<QString, QString> variables; ///< What {{NAME}} stands for unless the caller says otherwise.
    std::vector<SuiteCall> calls;

    [[nodiscard]] int checkCount() const;

    bool operator==(const HttpSuite &) const = default;
};

/// Reads a suite file. `origin` names it in messages. Errors: InvalidInput, naming the place and what should be there.
[[nodiscard]] Result<HttpSuite> readSuite(QByteArrayView json, const QString &origin);

/// Reads a suite file or a Postman collection (v2.1). Errors: Unreadable, InvalidInput.
[[nodiscard]] Result<HttpSuite> openSuite(const QString &path);

/// The suite as a file that readSuite() reads back to the same suite.
[[nodiscard]] QByteArray suiteDocument(const HttpSuite &suite);

/// The suites that come with the program, by name: "conduit", the 290 assertions of the study, and "conduit-deep".
/// Errors: NotFound.
[[nodiscard]] Result<HttpSuite> builtInSuite(const QString &name);
[[nodiscard]] QStringList builtInSuiteNames();

} // namespace Decayscope
