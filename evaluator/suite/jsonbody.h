// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace Decayscope {

/// What stands at a place of a JSON text; Missing where nothing does.
enum class JsonKind : quint8 { Missing, Null, False, True, Number, String, Array, Object };

/// A value inside a JsonBody, which must outlive it.
struct JsonPlace
{
    JsonKind kind = JsonKind::Missing;
    QStringView text; ///< As it stands in the body; empty for a length.
    double number = 0; ///< Only for Number; infinite where the text is out of range.

    [[nodiscard]] bool isThere() const { return kind != JsonKind::Missing; }
};

/// The body of an answer read as JavaScript's JSON.parse reads it: a byte-order mark and white space around are no
/// part of it, bad UTF-8 becomes replacement characters, the last of equal keys counts. Any size and nesting.
class JsonBody
{
public:
    explicit JsonBody(const QString &text);
    explicit JsonBody(QByteArrayView utf8);

    [[nodiscard]] bool isJson() const { return m_isJson; }

    /// The value at a dotted path, such as "articles.0.title"; an empty path means all of it. A string's or array's
    /// "length" is one of its properties, as in JavaScript.
    [[nodiscard]] JsonPlace at(QStringView path) const;

private:
    QString m_text;
    bool m_isJson = false;
};

/// The property of a value by its name, as the value itself has it.
[[nodiscard]] JsonPlace jsonProperty(const JsonPlace &place, QStringView name);

} // namespace Decayscope
