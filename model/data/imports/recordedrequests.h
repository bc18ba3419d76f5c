// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>

namespace Decayscope {

/// The requests of the scored suite as this program's own record of an evaluation has them: assertions in the suite's
/// order, and why they failed. Only where the record and the report that counts agree on every request and its counts;
/// nothing otherwise, or where the record cannot be read.
[[nodiscard]] std::optional<std::vector<RequestResult>> recordedRequests(
    QByteArrayView record, const std::vector<RequestResult> &counted);

} // namespace Decayscope
