// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>

namespace Decayscope {

/// Fills what `requests` lack from another report of the same suite run: why assertions failed, and status, code, time
/// and size of requests. Counts and outcomes stay. Requests are paired by their names in order, failures inside by
/// their names in order; "Folder / Request" pairs with "Request". Gives the number of failures that fit nowhere.
int fillFrom(std::vector<RequestResult> &requests, const std::vector<RequestResult> &other);

/// Whether an assertion failed and nothing says why.
[[nodiscard]] bool lacksMessages(const std::vector<RequestResult> &requests);

} // namespace Decayscope
