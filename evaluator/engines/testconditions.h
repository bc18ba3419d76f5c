// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Decayscope {

/// Whether a condition is about testing, and true there.
enum class TestCondition : quint8 { NotAboutTests, TrueInTests, FalseInTests };
[[nodiscard]] TestCondition testCondition(std::string_view condition);

/// Whether code under these conditions runs in tests alone.
[[nodiscard]] bool isTestOnly(const std::vector<std::string> &conditions);

/// Which of two alternatives a condition leaves to tests; nothing where it leaves none.
[[nodiscard]] std::optional<std::size_t> testAlternative(std::string_view condition);

} // namespace Decayscope
