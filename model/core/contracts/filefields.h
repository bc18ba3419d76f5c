// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <initializer_list>
#include <memory>
#include <optional>

namespace Decayscope {

/// Reads the keys of a JSON file that anybody may have written. Absent and null are the same: empty. The first value of
/// another kind or out of range is kept as the fault, with its place; reading on is harmless.
class FileFields
{
public:
    enum class Need : quint8 { Optional, Required };

    /// Errors: InvalidInput where the bytes are no JSON object, Refused where there are more than 4 MB.
    [[nodiscard]] static Result<FileFields> parsed(QByteArrayView json, const QString &origin);

    void knowOnly(std::initializer_list<QLatin1StringView> keys); ///< Any other key is a fault.

    [[nodiscard]] bool has(QLatin1StringView key) const;
    [[nodiscard]] QString text(QLatin1StringView key, Need need = Need::Optional); ///< Any text.
    [[nodiscard]] QString line(
        QLatin1StringView key, Need need = Need::Optional); ///< Up to 1,000 printable characters.
    [[nodiscard]] QStringList lines(QLatin1StringView key, Need need = Need::Optional); ///< Up to 100.
    [[nodiscard]] std::vector<QStringList> lists(QLatin1StringView key); ///< Up to 100 lists of lines; must be there.
    [[nodiscard]] std::optional<int> number(QLatin1StringView key, int least, int most);
    [[nodiscard]] std::optional<double> decimal(QLatin1StringView key, double least, double most);
    [[nodiscard]] std::optional<bool> flag(QLatin1StringView key);
    [[nodiscard]] QJsonArray values(QLatin1StringView key, qsizetype most); ///< Of any kind; absent and empty alike.
    [[nodiscard]] FileFields object(QLatin1StringView key);
    /// Up to 100; where they are optional, absent and empty are the same.
    [[nodiscard]] std::vector<FileFields> objects(QLatin1StringView key, Need need = Need::Required);
    /// An object among values(), or elsewhere inside this one; `key` is its place here.
    [[nodiscard]] FileFields inside(const QString &key, const QJsonObject &object) const;

    /// Says that a value, although of the right kind, is wrong: a sentence without its subject.
    void refuse(const QString &key, const QString &sentence);
    /// "runtimes[0].name", for sentences.
    [[nodiscard]] QString place(const QString &key) const { return m_place + key; }

    [[nodiscard]] bool isSound() const { return m_fault->isEmpty(); }
    [[nodiscard]] std::unexpected<Error> error() const;

private:
    FileFields(QJsonObject object, QString origin, QString place, std::shared_ptr<QString> fault);
    [[nodiscard]] QJsonValue value(QLatin1StringView key, QJsonValue::Type type, QStringView kind, Need need);
    [[nodiscard]] QJsonArray list(QLatin1StringView key, Need need, qsizetype most);
    [[nodiscard]] QStringList linesOf(const QJsonArray &values, const QString &key);
    [[nodiscard]] bool isLine(const QString &text, const QString &key);

    QJsonObject m_object;
    QString m_origin;
    QString m_place; ///< What stands before a key: empty, or ending in a dot.
    std::shared_ptr<QString> m_fault; ///< Shared with the objects inside.
};

} // namespace Decayscope
