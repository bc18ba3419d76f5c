// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runtimerecipe.h>

#include <QJsonObject>

#include <map>
#include <span>

namespace Decayscope {

/// Reads the values of one JSON object and keeps the first complaint. A key that is not there leaves its value alone.
class RecipeFields
{
public:
    /// `where` is the object's place, for the complaint.
    RecipeFields(const QJsonObject &object, QString where);

    void knowOnly(std::span<const QLatin1StringView> keys); ///< Complains of any other.
    void read(QLatin1StringView key, QString &text);
    void read(QLatin1StringView key, bool &truth);
    void read(QLatin1StringView key, int &number, RecipeRange range); ///< Whole numbers; the range is only named.
    void read(QLatin1StringView key, QStringList &texts);
    void read(QLatin1StringView key, std::vector<QString> &texts);
    void read(QLatin1StringView key, std::map<QString, QString> &texts);

    void complain(const QString &key, const QString &sentence);
    void take(const RecipeFields &inner); ///< Its complaint becomes this one's.

    [[nodiscard]] QJsonValue value(QLatin1StringView key) const { return m_object.value(key); }
    [[nodiscard]] const QString &where() const { return m_where; }
    [[nodiscard]] const QString &complaint() const { return m_complaint; }

private:
    QJsonObject m_object;
    QString m_where;
    QString m_complaint;
};

/// Such as "must be a whole number from 1 to 9."
[[nodiscard]] QString rangeText(RecipeRange range);

} // namespace Decayscope
