// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <QSqlQuery>
#include <QVariant>

#include <optional>

namespace Decayscope {

/// A prepared statement of a connection: values in by place, rows out forward, failures as values.
class Statement
{
public:
    Statement(Connection &connection, QStringView sql);

    /// Binds the values in order and runs the statement. Strings are never NULL; an absent optional is.
    template <typename... Values>
    [[nodiscard]] Result<> run(const Values &...values)
    {
        [[maybe_unused]] int place = 0;
        (m_query.bindValue(place++, bindable(values)), ...);
        return execute();
    }

    /// Moves to the next row of the answer; false after the last, which also lets go of the read lock.
    [[nodiscard]] bool next();

    /// Lets go of an answer that is not read to its end.
    void finish() { m_query.finish(); }

    /// Runs and gives the first column of the first row as a number; 0 where there is no row.
    template <typename... Values>
    [[nodiscard]] Result<qint64> number(const Values &...values)
    {
        return run(values...).transform([this] { return firstNumber(); });
    }

    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] qint64 number64(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] int integer(int column) const { return m_query.value(column).toInt(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }
    [[nodiscard]] int changedRows() const { return m_query.numRowsAffected(); }

private:
    static QVariant bindable(const QString &text)
    {
        return text.isNull() ? QVariant(QLatin1StringView("")) : QVariant(text);
    }
    static QVariant bindable(const QByteArray &bytes)
    {
        return bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes);
    }
    static QVariant bindable(bool value) { return static_cast<int>(value); }
    static QVariant bindable(int value) { return value; }
    static QVariant bindable(qint64 value) { return value; }
    template <typename T>
    static QVariant bindable(const std::optional<T> &value)
    {
        return value ? bindable(*value) : QVariant();
    }

    [[nodiscard]] Result<> execute();
    [[nodiscard]] qint64 firstNumber();

    QSqlQuery m_query;
    QString m_path;
    std::optional<Error> m_fault; ///< Of preparing.
};

} // namespace Decayscope
