// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <limits>
#include <memory>

namespace Decayscope {

/// Reads the fields of a JSON object that anybody may have written. An absent field is empty; the first one that is of
/// another kind or out of range is kept as the fault, with its place.
class JsonFields
{
public:
    /// Errors: InvalidInput where the bytes are no JSON object, or more than `limit`. `what` begins the places.
    [[nodiscard]] static Result<JsonFields> parsed(const QByteArray &json, const QString &what, qsizetype limit);

    [[nodiscard]] bool has(QLatin1StringView key) const { return m_object.contains(key); }
    [[nodiscard]] QString text(QLatin1StringView key);
    [[nodiscard]] QString someText(QLatin1StringView key); ///< Not empty.
    [[nodiscard]] QStringList texts(QLatin1StringView key);
    [[nodiscard]] bool flag(QLatin1StringView key);
    [[nodiscard]] double real(QLatin1StringView key, double least, double most);
    [[nodiscard]] qint64 integer(
        QLatin1StringView key, qint64 least, qint64 most = std::numeric_limits<qint64>::max(), qint64 absent = 0);
    [[nodiscard]] int number(
        QLatin1StringView key, int least, int most = std::numeric_limits<int>::max(), int absent = 0)
    {
        return static_cast<int>(integer(key, least, most, absent));
    }
    [[nodiscard]] QByteArray hash(QLatin1StringView key); ///< 32 bytes written as 64 hexadecimal digits, or nothing.
    [[nodiscard]] JsonFields object(QLatin1StringView key);
    [[nodiscard]] std::vector<JsonFields> objects(QLatin1StringView key);

    /// Says that a field, although of the right kind, is wrong.
    void refuse(QLatin1StringView key, QStringView why);

    [[nodiscard]] bool isSound() const { return m_fault->isEmpty(); }
    [[nodiscard]] std::unexpected<Error> error() const { return failure(ErrorKind::InvalidInput, *m_fault); }

private:
    JsonFields(QJsonObject object, QString place, std::shared_ptr<QString> fault);
    [[nodiscard]] QJsonValue value(QLatin1StringView key, QJsonValue::Type type, QStringView kind);
    [[nodiscard]] QString inside(QLatin1StringView key) const;

    QJsonObject m_object;
    QString m_place;
    std::shared_ptr<QString> m_fault; ///< Shared with the objects inside.
};

/// 32 bytes as text.
[[nodiscard]] QString hashText(const QByteArray &hash);

} // namespace Decayscope
