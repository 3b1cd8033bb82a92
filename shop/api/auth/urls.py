from django.urls import URLPattern, path

from .sign_in import CodeConfirmView, CodeView, LoginView, RefreshView, SessionView
from .sign_up import ConfirmEmailView, NewPasswordView, ResetPasswordView, SignUpView

app_name = "auth"
urlpatterns: list[URLPattern] = [
    path("login/", LoginView.as_view(), name="login"),
    path("code/", CodeView.as_view(), name="code"),
    path("code/confirm/", CodeConfirmView.as_view(), name="code-confirm"),
    path("refresh/", RefreshView.as_view(), name="refresh"),
    path("session/", SessionView.as_view(), name="session"),
    path("signup/", SignUpView.as_view(), name="signup"),
    path("email/confirm/", ConfirmEmailView.as_view(), name="email-confirm"),
    path("password/reset/", ResetPasswordView.as_view(), name="password-reset"),
    path("password/reset/confirm/", NewPasswordView.as_view(), name="password-reset-confirm"),
]
