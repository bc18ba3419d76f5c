// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <domain/searchhit.h>
#include <store/connection.h>

namespace Decayscope {

/// Finds the turns, logs and patches that fit a query, a page of them, with snippets of their stored texts.
/// Errors: InvalidInput (a sentence on the query that says where), Cancelled.
[[nodiscard]] Result<SearchPage> search(Connection &connection, const SearchRequest &request, const Progress &progress);

} // namespace Decayscope
