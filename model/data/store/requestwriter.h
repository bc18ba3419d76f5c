// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "preparedrun.h"
#include "sharedrows.h"

namespace Decayscope {

/// Writes the requests of run versions with what became of their assertions, each statement prepared once.
class RequestWriter
{
public:
    explicit RequestWriter(Connection &connection);

    [[nodiscard]] Result<> write(qint64 version, const std::vector<PreparedRequest> &requests);

    /// After a roll-back.
    void forget();

private:
    [[nodiscard]] Result<> writeOne(qint64 version, int position, const PreparedRequest &request);
    [[nodiscard]] Result<> writeMessages(qint64 version, int position, const PreparedRequest &request);

    SharedRows m_endpoints;
    SharedRows m_assertionLists;
    SharedRows m_messages;
    Statement m_insertRequest;
    Statement m_insertFailure;
};

} // namespace Decayscope
