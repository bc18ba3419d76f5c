// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <boost/math/policies/policy.hpp>

namespace Decayscope {

/// Distributions that answer infinity or no number where others would throw.
using QuietPolicy
    = boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
        boost::math::policies::pole_error<boost::math::policies::ignore_error>,
        boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
        boost::math::policies::underflow_error<boost::math::policies::ignore_error>,
        boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
        boost::math::policies::rounding_error<boost::math::policies::ignore_error>>;

} // namespace Decayscope
