"""Views; it's 'quoted' text."""
from flask import Blueprint, jsonify

from ..auth import login_required

bp = Blueprint('users', __name__, url_prefix='/ignored')


@bp.route('', methods=['POST'])
@login_required
def registerUser(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/login', methods=['POST'])
@login_required
def loginUser(**kwargs):
    return jsonify(text=f"{kwargs['x']}")
