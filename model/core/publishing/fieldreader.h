// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurenames.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Decayscope {

/// Takes the fields of a JSON object that anybody may have written. What is absent keeps its value; the first fault of
/// all readers of a document is kept as a sentence that names the place, and nothing is changed by faulty fields.
class FieldReader
{
public:
    /// `place` is the object's path in the document, empty for the document itself. `fault` outlives the reader.
    FieldReader(QJsonObject object, QString place, QString &fault);

    void text(QStringView key, QString &into);
    void texts(QStringView key, QStringList &into);
    void flag(QStringView key, bool &into);
    void number(QStringView key, double &into, double minimum, double maximum);

    template <typename Value, std::size_t count>
    void choice(QStringView key, Value &into, const std::array<NamedChoice<Value>, count> &choices)
    {
        const auto name = chosen(key, namesOfChoices(choices));
        into = choiceNamed(name, choices).value_or(into);
    }

    /// The object or array of a key; empty where there is none. Its place is this one's and the key.
    [[nodiscard]] FieldReader object(QStringView key);
    [[nodiscard]] FieldReader objectIn(const QJsonValue &value, const QString &place);
    [[nodiscard]] QJsonArray array(QStringView key);

    [[nodiscard]] bool has(QStringView key) const { return m_object.contains(key); }
    [[nodiscard]] QStringList keys(); ///< Only sound texts.
    [[nodiscard]] QString placeOf(QStringView key) const;

    /// Keys that were never asked for are faults: a misspelt option would be ignored in silence.
    void refuseOthers();

    void refuse(const QString &place, const QString &what);

private:
    /// The value where it is there and of the type.
    [[nodiscard]] std::optional<QJsonValue> value(QStringView key, QJsonValue::Type type, QStringView typeName);
    /// The key's text where it is one of the names, else null.
    [[nodiscard]] QString chosen(QStringView key, const QStringList &names);

    QJsonObject m_object;
    QString m_place;
    QString &m_fault;
    QStringList m_known;
};

} // namespace Decayscope
