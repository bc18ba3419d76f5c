// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statement.h"

#include "sqlerror.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace Decayscope {

Statement::Statement(Connection &connection, QStringView sql)
    : m_query(connection.database())
    , m_path(connection.path())
{
    m_query.setForwardOnly(true);
    // What keeps it from being prepared, such as a damaged file, is told when it is run.
    if (!m_query.prepare(sql.toString()))
        m_fault = storeError(m_query.lastError(), m_path);
}

bool Statement::next()
{
    if (m_query.next())
        return true;
    m_query.finish();
    return false;
}

Result<> Statement::execute()
{
    if (m_fault)
        return std::unexpected(*m_fault);
    if (m_query.exec())
        return {};
    auto error = storeError(m_query.lastError(), m_path);
    m_query.finish();
    return std::unexpected(std::move(error));
}

qint64 Statement::firstNumber()
{
    const auto value = m_query.next() ? number64(0) : 0;
    m_query.finish();
    return value;
}

} // namespace Decayscope
