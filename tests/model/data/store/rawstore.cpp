// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawstore.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTest>
#include <QVariant>

namespace Decayscope::Test {

QStringList raw(const QString &path, const QString &sql)
{
    const auto name = QStringLiteral("raw");
    QStringList rows;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        if (!database.open())
            return {database.lastError().text()};
        QSqlQuery query(database);
        if (!query.exec(sql))
            rows.append(query.lastError().text());
        while (query.next()) {
            QStringList columns;
            for (int column = 0; column < query.record().count(); ++column)
                columns.append(query.value(column).toString());
            rows.append(columns.join(u'|'));
        }
    }
    QSqlDatabase::removeDatabase(name);
    return rows;
}

} // namespace Decayscope::Test
